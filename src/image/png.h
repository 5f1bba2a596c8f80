/* SPDX-License-Identifier: ISC
 *
 * image_png: reads a PNG file (ISO/IEC 15948) as chunks; decodes it only
 * where PDF cannot use its data unchanged. The only file that uses libpng.
 */
#ifndef IMAGE_PNG_H
#define IMAGE_PNG_H

#include "base/sink.h"
#include "image/image.h"

struct packer;

enum image_png_colour {			/* as in IHDR */
	IMAGE_PNG_GREY = 0, IMAGE_PNG_RGB = 2, IMAGE_PNG_PALETTE = 3,
	IMAGE_PNG_GREY_ALPHA = 4, IMAGE_PNG_RGB_ALPHA = 6
};

struct image_png {
	unsigned	width;		/* [pixel] */
	unsigned	height;		/* [pixel] */
	unsigned	depth;		/* [bit] of a sample */
	enum image_png_colour colour;
	bool		interlaced;
	bool		transparent;
	str		palette;	/* RGB, three bytes each; borrowed */
	double		dpi;		/* 0: not in the file */
};

bool	image_png_is(str bytes);
/* Reads all chunks and their checksums. data, unless NULL, gets the zlib
 * stream of the pixels. */
enum image_fault image_png_read(str bytes, struct image_png *,
	    struct sink *data);
/* Whether PDF can show the data of image_png_read() (ISO 32000-1, 7.4.4.4). */
bool	image_png_passes(const struct image_png *);
/* Whether the data are all rows of the picture, as PNG filters them, and no
 * more. Nothing else checks data that are embedded without decoding, and
 * libpng accepts many faults. */
bool	image_png_is_whole(const struct image_png *, struct packer *,
	    size_t worker, str data);

/* Samples of 8 bits: 1 or 3 colours a pixel. The transparency is separate,
 * and empty where all of the picture is opaque. */
struct image_png_pixels {
	unsigned	colours;
	struct sink	colour;
	struct sink	alpha;
};
bool	image_png_decode(str bytes, const struct image_png *,
	    struct image_png_pixels *);

/* Returns the version of libpng: records depend on it. Static. */
const char	*image_png_library(void);

#endif
