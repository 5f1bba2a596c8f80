/* SPDX-License-Identifier: ISC
 *
 * inflate: bytes that were packed as zlib does (RFC 1950), unpacked.
 */
#ifndef BASE_INFLATE_H
#define BASE_INFLATE_H

#include "base/str.h"

struct arena;

/* size [byte] is what it must come to. False where the bytes are broken. In
 * arena. (A plain “inflate” would be called by libpng for zlib's.) */
bool	inflate_zlib(struct arena *, str packed, size_t size, str *bytes);
/* The same where nobody tells the size. False, too, where it is more than
 * limit [byte]; the arena then holds up to twice as much in vain. */
bool	inflate_zlib_upto(struct arena *, str packed, size_t limit,
	    str *bytes);

#endif
