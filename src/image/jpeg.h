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

/* --- The segments, for other readers */

enum image_jpeg_marker {
	IMAGE_JPEG_EOI = 0xD9, IMAGE_JPEG_SOS = 0xDA, IMAGE_JPEG_APP = 0xE0,
	IMAGE_JPEG_COM = 0xFE
};

/* Takes the next marker, and its body where it has one, from the rest, which
 * begins after the first marker of the file (two bytes). False where the file
 * is broken. */
bool	image_jpeg_next(str *rest, unsigned *marker, str *body);
/* Takes the coded data that follows an SOS from the rest. */
bool	image_jpeg_data(str *rest, str *data);
/* Appends a segment. */
void	image_jpeg_put(struct sink *, unsigned marker, str body);
/* The same for the APP0 of JFIF (1.02), without its thumbnail, unless the sink
 * is NULL. False where the body is not JFIF. */
bool	image_jpeg_put_jfif(struct sink *, str body);

#endif
