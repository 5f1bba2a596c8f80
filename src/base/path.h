/* SPDX-License-Identifier: ISC
 *
 * path: joins paths; where a path leads.
 */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include "base/str.h"
#include "base/path.h"

struct arena;

/* folder/name; and folder/name with a suffix. */
str	path_join(struct arena *, str folder, str name);
str	path_file(struct arena *, str folder, str name, str suffix);
/* The same as path_join(), for the system. */
char	*path_name(struct arena *, str folder, str name);
/* What is after the last “/”; all where there is none. */
str	path_last(str path);
/* What is before it; empty where there is none. */
str	path_folder(str path);
/* The absolute path, without “.”, “..” and double “/”. */
str	path_absolute(struct arena *, const char *path);
/* The absolute path; links are followed in the part that exists. */
str	path_real(struct arena *, const char *path);
/* Whether one of two folders, which need not exist, is the other or is inside
 * it; symbolic links are followed. */
bool	path_nests(struct arena *, const char *a, const char *b);

#endif
