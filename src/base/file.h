/* SPDX-License-Identifier: ISC
 *
 * file: with durable, tree and temp the only files that use the disk, through
 * base/root.h. Reads whole files, lists folders in a fixed order, and writes so
 * that a reader never sees an incomplete file.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/access.h"
#include "base/str.h"

enum file_kind { FILE_PLAIN, FILE_FOLDER, FILE_LINK, FILE_SPECIAL, FILE_NONE };

struct file_entry {
	str		name;		/* in arena */
	enum file_kind	kind;
};

struct file_list {
	struct file_entry	*entries;	/* sorted by bytes */
	size_t			 num;
};

/* The facts about a file that its folder has. */
struct file_facts {
	enum file_kind	kind;
	uint64_t	size;		/* [byte] */
	int64_t		time;		/* last change [s since 1970, UTC] */
	long		fraction;	/* of it [ns] */
	unsigned	mode;		/* permission bits */
};

/* What is at the path; a symbolic link is not followed. These functions and
 * file_compare() end the program where the disk fails. */
enum file_kind	file_kind(const char *path);
/* The same with size, time and mode; FILE_SPECIAL where the permissions do not
 * let the file be looked at. */
struct file_facts file_facts(const char *path);
/* Whether there is a folder at the path, or, but for paths below a root
 * (base/root.h), a link to one. */
bool	file_is_folder(const char *path);
/* Sets the time of the last change. False: errno has the reason. */
bool	file_set_time(const char *path, const struct file_facts *);
/* The path without “/” at its end. */
str	file_bare(str path);
/* Whether there is a file that can be read, for libraries that open it
 * themselves. False: errno has the reason, as in the two functions below:
 * ENXIO for a pipe, a device and a socket, which none of the three waits for.
 * Links are followed. */
bool	file_is_readable(const char *path);
/* Reads at most limit + 1 bytes, so that the caller sees whether the file has
 * more than limit. In arena, with a NUL after it. False: errno has the
 * reason. */
bool	file_read(struct arena *, const char *path, size_t limit, str *bytes);
/* Reads a file in pieces and calls take() with each. False: errno has the
 * reason. */
bool	file_pieces(const char *path, void (*take)(void *context, str piece),
	    void *context);
/* The entries of a folder but “.” and “..”. False: errno has the reason. */
bool	file_list(struct arena *, const char *path, struct file_list *);
/* Whether there is a file at the path, and whether it has exactly these
 * bytes. */
enum file_match	{ FILE_ABSENT, FILE_SAME, FILE_DIFFERENT };
enum file_match	file_compare(const char *path, str bytes);
/* Makes a file where there is none; one that could not be written completely
 * is removed again. False: errno has the reason. */
bool	file_create(const char *path, str bytes);
/* Makes a second name for the file, which must not exist. False where the
 * file system cannot. */
bool	file_link(const char *path, const char *name);
/* Writes temp and renames it to path, whose folder must exist: the file at
 * path is complete, or as it was. False: errno has the reason, and temp is
 * removed. */
bool	file_write(const char *temp, const char *path, str bytes);
/* The same, and gives the file the access; NULL: as the umask says. */
bool	file_write_as(const char *temp, const char *path, str bytes,
	    const struct access *);
/* Makes the folders of the path up to its last “/”. False: errno. */
bool	file_make_folders(const char *path);
/* The same, and gives the folders that it makes the access. */
bool	file_make_folders_as(const char *path, const struct access *);
/* Makes one folder where nothing is: of several programs that try, one
 * succeeds. False: errno has the reason. */
bool	file_make_folder(const char *path);
/* Renames a file (or folder) on the same disk; replaces a file that has the
 * name. False: errno has the reason. */
bool	file_rename(const char *path, const char *name);
/* As file_make_folder(), and gives the folder the access. */
bool	file_make_folder_as(const char *path, const struct access *);
/* Gives a folder that exists the access, where it has another. */
void	file_give_access(const char *folder, const struct access *);
/* Removes a file; a folder only when empty. False: it is still there. */
bool	file_remove(const char *path);

#endif
