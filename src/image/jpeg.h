/* SPDX-License-Identifier: ISC
 *
 * image_jpeg: reads a JPEG file (ITU-T T.81) as segments; never decodes it.
 */
#ifndef IMAGE_JPEG_H
#define IMAGE_JPEG_H

#include "base/sink.h"
#include "image/image.h"

struct image_jpeg {
	unsigned	width;		/* [pixel] */
	unsigned	height;		/* [pixel] */
	unsigned	colours;	/* 1 or 3 */
	double		dpi;		/* 0: not in the file */
};

bool	image_jpeg_is(str bytes);
/* Reads the file to its end. Unless out is NULL, appends the file to it without
 * comments, metadata and bytes after the picture. */
enum image_fault image_jpeg_read(str bytes, struct image_jpeg *,
	    struct sink *out);

#endif
