/* SPDX-License-Identifier: ISC
 *
 * pointer: files that another program has left in the place of what they
 * name, because their content is elsewhere.
 */
#ifndef BASE_POINTER_H
#define BASE_POINTER_H

#include "base/str.h"

/* Whether the bytes are a pointer of Git LFS. */
bool	pointer_is_lfs(str bytes);
/* Whether they are of a file that a cloud drive (OneDrive) has not brought
 * here yet: zeros alone; and none, where empty files are not expected. */
bool	pointer_is_placeholder(str bytes);

#endif
