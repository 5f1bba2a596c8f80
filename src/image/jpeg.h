/* SPDX-License-Identifier: ISC
 *
 * pdf_jpeg: a JPEG file (ITU-T T.81) read as segments, never decoded.
 */
#ifndef IMAGE_JPEG_H
#define IMAGE_JPEG_H

#include "base/sink.h"
#include "pdf/image.h"

struct pdf_jpeg {
	unsigned	width;		/* [pixel] */
	unsigned	height;		/* [pixel] */
	unsigned	colours;	/* 1 or 3 */
	double		dpi;		/* 0: the file does not say */
};

bool	pdf_jpeg_is(str bytes);
/* Reads the file through to its end. out, unless NULL, gets it without
 * comments, metadata and what follows the picture. */
enum pdf_image_fault pdf_jpeg_read(str bytes, struct pdf_jpeg *,
	    struct sink *out);

#endif
