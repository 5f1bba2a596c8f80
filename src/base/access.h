/* SPDX-License-Identifier: ISC
 *
 * access: the permissions of new files and folders below a folder. Everybody
 * who may read the folder may read them; its group may write them if it may
 * write the folder. The umask has no effect.
 */
#ifndef BASE_ACCESS_H
#define BASE_ACCESS_H

#include <stdbool.h>

struct access {
	unsigned	file;		/* mode of files, as 0644 */
	unsigned	folder;		/* of folders: 0755; 02775 */
	unsigned	group;		/* the id of the folder's group */
};

/* The access below a folder with that mode and group. */
struct access	access_below(unsigned mode, unsigned group);
/* Access for this user alone. */
struct access	access_private(void);
/* Reads the access below the folder; follows links. False: errno has the
 * reason. */
bool		access_read(struct access *, const char *folder);
/* The access below a new folder in the parent: everybody may read. */
struct access	access_of_new(const char *parent);
/* Gives the open file or folder the access, as far as the file system can:
 * some shares have neither modes nor groups. Where it cannot get the group,
 * its own group may not write. */
void		access_give(const struct access *, int fd);
/* Whether a file of that mode has the access. Some shares show every file as
 * executable. */
bool		access_is_file(const struct access *, unsigned mode);

#endif
