/* SPDX-License-Identifier: ISC
 *
 * image_png_decode: the pixels of a PNG file. The only file that uses libpng.
 */
#ifndef IMAGE_PNG_DECODE_H
#define IMAGE_PNG_DECODE_H

#include "base/sink.h"
#include "image/png.h"

/* Samples of 8 bits: 1 or 3 colours a pixel. The transparency is separate; it
 * is empty where the whole picture is opaque. */
struct image_png_pixels {
	unsigned	colours;
	struct sink	colour;
	struct sink	alpha;
};
/* Decodes a file that image_png_read() has found fine into zeroed pixels.
 * Needs memory for the result and one row. Gives back memory of the bytes,
 * which are of the heap: nobody may read them afterwards. The caller frees the
 * sinks. Returns false where libpng finds a fault; then both sinks are
 * empty. */
bool	image_png_decode(str bytes, const struct image_png *,
	    struct image_png_pixels *);

/* Returns the version of libpng: records depend on it. Static. */
const char	*image_png_decode_library(void);

#endif
