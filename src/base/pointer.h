/* SPDX-License-Identifier: ISC
 *
 * pointer: files that another program has left in the place of what they
 * name, because their content is elsewhere.
 */
#ifndef BASE_POINTER_H
#define BASE_POINTER_H

#include "base/message.h"
#include "base/str.h"

/* DIAG_FILE_LFS for a pointer of Git LFS; DIAG_FILE_AWAY for a file that a
 * cloud drive (OneDrive) has not brought here yet, zeros alone or no byte;
 * else DIAG_COUNT. Where a file may be empty, the caller asks only for one
 * that is not. */
enum diag	pointer_diag(str bytes);

#endif
