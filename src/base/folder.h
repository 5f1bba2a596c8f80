/* SPDX-License-Identifier: ISC
 *
 * folder: lists folders in a fixed order, and makes them.
 */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H

#include "base/access.h"
#include "base/file.h"

struct folder_entry {
	str		name;		/* in arena */
	enum file_kind	kind;
};

struct folder_list {
	struct folder_entry	*entries;	/* sorted by bytes */
	size_t			 num;
};

/* Returns whether there is a folder at the path. Follows links, except below a
 * root (base/root.h). */
bool	folder_is_there(const char *path);
/* Lists the entries of a folder except “.” and “..”. False: errno has the
 * reason. */
bool	folder_list(struct arena *, const char *path, struct folder_list *);
/* Makes one folder where nothing is, and gives it the access (NULL: as the
 * umask says). Of several programs that try, one succeeds. False: errno has the
 * reason. */
bool	folder_make_as(const char *path, const struct access *);
/* Makes the folders of the path up to its last “/”. False: errno has the
 * reason. */
bool	folder_make_all(const char *path);
/* The same, and gives the folders that it makes the access. */
bool	folder_make_all_as(const char *path, const struct access *);
/* Gives a folder that exists the access, where it has another. */
void	folder_give_access(const char *path, const struct access *);

#endif
