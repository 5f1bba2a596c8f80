/* SPDX-License-Identifier: ISC
 *
 * path: which paths may name a file below a folder.
 */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include "base/str.h"

/* Whether the path stays below the folder that it is joined to: relative and
 * never upwards, without an empty, “.” or “..” component. The path must not
 * end in “/” or have an LF either, because a list has one path a line. */
bool	path_is_safe(str path);

#endif
