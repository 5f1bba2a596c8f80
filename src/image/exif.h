/* SPDX-License-Identifier: ISC
 *
 * image_exif: the Exif metadata of a picture (Exif 2.32, TIFF 6.0): how it is
 * to be turned, its density, and what it tells beside the picture.
 */
#ifndef IMAGE_EXIF_H
#define IMAGE_EXIF_H

#include "base/sink.h"
#include "image/image.h"

struct image_exif {
	unsigned	orientation;	/* 1 to 8; 0: not there */
	uint32_t	density[2][2];	/* across, down: a fraction */
	unsigned	unit;		/* of it, as in the file; 0: none */
	unsigned	found;		/* enum image_metadata, or-ed */
};

/* Reads any bytes as a TIFF structure. */
void	image_exif_read(str tiff, struct image_exif *);
/* Whether the picture is to be rotated or mirrored. */
bool	image_exif_is_turned(str tiff);
/* Appends a TIFF structure with orientation and density alone; nothing where
 * both are missing. */
void	image_exif_write(const struct image_exif *, struct sink *);

#endif
