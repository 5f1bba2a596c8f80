/* SPDX-License-Identifier: ISC
 *
 * image_png_rows: the rows in the data of a PNG file (ISO/IEC 15948, 7.2 and
 * 8.2), with or without interlace.
 */
#ifndef IMAGE_PNG_ROWS_H
#define IMAGE_PNG_ROWS_H

#include "image/png.h"

/* The pixels of a pass: every step-th from the first on, in each direction. */
struct image_png_pass {
	unsigned char	x, x_step, y, y_step;
};

/* Sets *passes to those of the image, in their order; returns their number. */
size_t	image_png_rows_passes(const struct image_png *,
	    const struct image_png_pass **passes);
/* The number of lines first, first + step, … below num. */
size_t	image_png_rows_every(size_t num, unsigned first, unsigned step);
/* Returns whether the data of a file that image_png_read() has found fine
 * contain all rows of the picture, each with a valid filter, and nothing more.
 * Nothing else checks data that are embedded without decoding, and libpng
 * accepts many faults. */
bool	image_png_rows_are_whole(const struct image_png *, str bytes);

#endif
