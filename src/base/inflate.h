/* SPDX-License-Identifier: ISC
 *
 * inflate: decompresses a zlib stream (RFC 1950), the format of FlateDecode
 * and PNG; and the CRC-32 of PNG. Bytes after the end of a stream are
 * ignored. (No function may be named “inflate”: libpng would call it.)
 */
#ifndef BASE_INFLATE_H
#define BASE_INFLATE_H

#include "base/str.h"

struct arena;

/* The result must have size [byte]. False where the bytes are broken. In
 * arena. */
bool	inflate_zlib(struct arena *, str packed, size_t size, str *bytes);
/* The same where the size is not known. Also false where it is more than
 * limit [byte]; then up to twice as much of the arena is wasted. */
bool	inflate_zlib_upto(struct arena *, str packed, size_t limit,
	    str *bytes);

/* A stream in parts, for results that need too much memory: four times
 * slower than the functions above. */
struct inflate_stream;

struct inflate_stream *inflate_open(void);
/* Decompresses the next part and calls take() with each piece of the result.
 * False where the part is broken or take() has returned false. */
bool	inflate_part(struct inflate_stream *, str packed,
	    bool (*take)(void *context, str piece), void *context);
/* Whether the stream was at its end. Frees it. */
bool	inflate_close(struct inflate_stream *);

/* The CRC-32 at the end of a PNG chunk. */
uint32_t inflate_crc32(str bytes);

#endif
