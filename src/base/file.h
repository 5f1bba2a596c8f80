/* SPDX-License-Identifier: ISC
 *
 * file: with folder, census, durable, hold, tree and temp the only files that
 * open files, all through base/root.h. Reads whole files, and writes so that a
 * reader never sees an incomplete file.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/access.h"
#include "base/str.h"

enum file_kind { FILE_PLAIN, FILE_FOLDER, FILE_LINK, FILE_SPECIAL, FILE_NONE };

/* What the file system knows about a file, without its bytes. */
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
/* The same with size, time and mode; FILE_SPECIAL where the user has no
 * permission to look at the file. */
struct file_facts file_facts(const char *path);
/* The same for a name in an open folder. */
enum file_kind	file_kind_at(int folder, const char *name);
/* Sets the time of the last change. False: errno has the reason. */
bool	file_set_time(const char *path, const struct file_facts *);
/* The path without “/” at its end. */
str	file_bare(str path);
/* Returns whether there is a file that can be read: for libraries that open it
 * themselves. False: errno has the reason. This function and the two below
 * follow links, and fail with ENXIO for a pipe, a device or a socket instead of
 * waiting for it. */
bool	file_is_readable(const char *path);
/* Reads at most limit + 1 bytes, so that the caller sees whether the file has
 * more than limit. In arena, with a NUL after it. False: errno has the
 * reason. */
bool	file_read(struct arena *, const char *path, size_t limit, str *bytes);
/* Reads a file in pieces and calls take() with each. False: errno has the
 * reason. */
bool	file_pieces(const char *path, void (*take)(void *context, str piece),
	    void *context);
/* Whether there is a file at the path, and whether it has exactly these
 * bytes. */
enum file_match	{ FILE_ABSENT, FILE_SAME, FILE_DIFFERENT };
enum file_match	file_compare(const char *path, str bytes);
/* Makes a file where there is none; one that could not be written completely
 * is removed again. False: errno has the reason. */
bool	file_create(const char *path, str bytes);
/* Writes to the open file and closes it; with sync, the bytes are on the disk
 * then. False: errno has the reason. */
bool	file_fill(int fd, str bytes, bool sync);
/* Makes a second name for the file, which must not exist. False where the
 * file system cannot. */
bool	file_link(const char *path, const char *name);
/* Writes temp and renames it to path, whose folder must exist: the file at
 * path is complete, or as it was. False: errno has the reason, and temp is
 * removed. */
bool	file_write(const char *temp, const char *path, str bytes);
/* The same, and gives the file the access; with NULL the umask decides. */
bool	file_write_as(const char *temp, const char *path, str bytes,
	    const struct access *);
/* Renames a file (or folder) on the same disk; replaces a file that has the
 * name. False: errno has the reason. */
bool	file_rename(const char *path, const char *name);
/* Removes a file; a folder only when empty. False: it is still there. */
bool	file_remove(const char *path);

#endif
