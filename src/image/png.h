/* SPDX-License-Identifier: ISC
 *
 * image_png: reads a PNG file (ISO/IEC 15948) as chunks; png_rows.h checks its
 * rows, png_decode.h decodes them where PDF cannot use the data unchanged.
 */
#ifndef IMAGE_PNG_H
#define IMAGE_PNG_H

#include "base/sink.h"
#include "image/image.h"

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
	size_t		data_len;	/* [byte], compressed */
	str		palette;	/* RGB, three bytes each; borrowed */
	double		dpi;		/* 0: not in the file */
};

/* The size of the signature, after which the chunks begin [byte]. */
enum { IMAGE_PNG_START = 8 };

struct image_png_chunk {		/* borrowed */
	str		type;
	str		body;
	uint32_t	sum;
};

bool	image_png_is(str bytes);
/* Takes a whole chunk from the rest; its checksum may be wrong. */
bool	image_png_next(str *rest, struct image_png_chunk *);
/* Reads all chunks and their checksums. */
enum image_fault image_png_read(str bytes, struct image_png *);
/* The functions below take bytes that image_png_read() has found fine. */

/* Sets *data to the next part of the zlib stream of the pixels. *at is 0 before
 * the first call. Returns false after the last part. */
bool	image_png_next_data(str bytes, size_t *at, str *data);
/* Appends the whole stream. */
void	image_png_data(str bytes, struct sink *);
/* Whether PDF can show that stream (ISO 32000-1, 7.4.4.4). */
bool	image_png_passes(const struct image_png *);

#endif
