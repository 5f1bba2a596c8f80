/* SPDX-License-Identifier: ISC
 *
 * path: where a path leads.
 */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include "base/str.h"

struct arena;

/* The absolute path, without “.”, “..” and double “/”. */
str	path_absolute(struct arena *, const char *path);
/* Whether one of two folders, which need not exist, is the other or is inside
 * it; symbolic links are followed. */
bool	path_nests(struct arena *, const char *a, const char *b);

#endif
