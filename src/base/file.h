/* SPDX-License-Identifier: ISC
 *
 * file: the one door to the disk. Reads whole files, lists folders in a
 * fixed order, and writes so that a reader never sees half a file.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

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

/* What a folder tells of a file. */
struct file_facts {
	enum file_kind	kind;
	uint64_t	size;		/* [byte] */
	int64_t		time;		/* last change [s since 1970, UTC] */
	long		fraction;	/* of it [ns] */
};

/* What stands at the path; a symbolic link is not followed. */
enum file_kind	file_kind(const char *path);
struct file_facts file_facts(const char *path);
/* Gives the file the time of its last change. False: errno tells why. */
bool	file_set_time(const char *path, const struct file_facts *);
/* The path without “/” at its end. */
str	file_bare(str path);
/* Reads at most limit + 1 bytes, so that the caller sees that there is more.
 * In arena, with a NUL after it. False: errno tells why. */
bool	file_read(struct arena *, const char *path, size_t limit, str *bytes);
/* Reads a file piece by piece, each of which take() is given. False: errno
 * tells why. */
bool	file_pieces(const char *path, void (*take)(void *context, str piece),
	    void *context);
/* The entries of a folder without “.” and “..”. False: errno tells why. */
bool	file_list(struct arena *, const char *path, struct file_list *);
/* Whether there is a file at the path, and whether it holds exactly these
 * bytes. */
enum file_match	{ FILE_ABSENT, FILE_SAME, FILE_DIFFERENT };
enum file_match	file_compare(const char *path, str bytes);
/* Makes a file where there is none; one that could not be written whole is
 * removed again. False: errno tells why. */
bool	file_create(const char *path, str bytes);
/* Gives the file a second name where there is none. False where the file
 * system cannot. */
bool	file_link(const char *path, const char *name);
/* Writes temp and renames it to path, whose folder must exist: path is
 * there whole or not at all. False: errno tells why, temp is gone. */
bool	file_write(const char *temp, const char *path, str bytes);
/* Makes the folders of the path up to its last “/”. False: errno. */
bool	file_make_folders(const char *path);
/* Makes one folder where nothing stands: of several programs that try, one
 * succeeds. False: errno tells why. */
bool	file_make_folder(const char *path);
/* Makes a new empty folder in the folder; its path, in arena, or NULL. */
char	*file_make_temp(struct arena *, const char *folder);
/* Puts a file (or folder) of the same disk under another name, over a file
 * that has it. False: errno tells why. */
bool	file_rename(const char *path, const char *name);
/* Removes a file; a folder only when empty. False: it is still there. */
bool	file_remove(const char *path);
/* The path with “.”, “..” and double “/” taken out, made absolute. */
str	file_absolute(struct arena *, const char *path);
/* Whether one of two folders, which need not exist, is the other or lies in
 * it; symbolic links are followed. */
bool	file_nests(struct arena *, const char *a, const char *b);

#endif
