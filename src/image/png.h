/* SPDX-License-Identifier: ISC
 *
 * pdf_png: a PNG file (ISO/IEC 15948) read as chunks; decoded only where
 * PDF cannot take its data as it is. The only file that knows libpng.
 */
#ifndef IMAGE_PNG_H
#define IMAGE_PNG_H

#include "base/sink.h"
#include "pdf/image.h"

enum pdf_png_colour {			/* as in IHDR */
	PDF_PNG_GREY = 0, PDF_PNG_RGB = 2, PDF_PNG_PALETTE = 3,
	PDF_PNG_GREY_ALPHA = 4, PDF_PNG_RGB_ALPHA = 6
};

struct pdf_png {
	unsigned	width;		/* [pixel] */
	unsigned	height;		/* [pixel] */
	unsigned	depth;		/* [bit] of a sample */
	enum pdf_png_colour colour;
	bool		interlaced;
	bool		transparent;
	str		palette;	/* RGB, three bytes each; borrowed */
	double		dpi;		/* 0: the file does not say */
};

bool	pdf_png_is(str bytes);
/* Reads all chunks and their check sums. data, unless NULL, gets the zlib
 * stream of the pixels. */
enum pdf_image_fault pdf_png_read(str bytes, struct pdf_png *,
	    struct sink *data);
/* Whether PDF can show the data of pdf_png_read() (ISO 32000-1, 7.4.4.4). */
bool	pdf_png_passes(const struct pdf_png *);
/* Whether the data are all rows of the picture, as PNG filters them, and no
 * more: nobody else looks into what passes undecoded, and libpng lets much
 * pass. */
bool	pdf_png_is_whole(const struct pdf_png *, struct packer *,
	    size_t worker, str data);

/* Samples of 8 bits: 1 or 3 colours a pixel, and the transparency apart;
 * that stays empty where all of the picture is opaque. */
struct pdf_png_pixels {
	unsigned	colours;
	struct sink	colour;
	struct sink	alpha;
};
bool	pdf_png_decode(str bytes, const struct pdf_png *,
	    struct pdf_png_pixels *);

#endif
