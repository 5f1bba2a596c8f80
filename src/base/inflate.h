/* SPDX-License-Identifier: ISC
 *
 * inflate: decompresses a zlib stream (RFC 1950).
 */
#ifndef BASE_INFLATE_H
#define BASE_INFLATE_H

#include "base/str.h"

struct arena;

/* The result must have size [byte]. False where the bytes are broken. In
 * arena. (libpng would call a function named “inflate” instead of zlib's.) */
bool	inflate_zlib(struct arena *, str packed, size_t size, str *bytes);
/* The same where the size is not known. Also false where it is more than
 * limit [byte]; then up to twice as much of the arena is wasted. */
bool	inflate_zlib_upto(struct arena *, str packed, size_t limit,
	    str *bytes);

#endif
