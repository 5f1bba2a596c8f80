/* SPDX-License-Identifier: ISC
 *
 * image_probe: whether a picture's file is whole, and its width and height.
 * Reads the structure of PNG (ISO/IEC 15948) and JPEG (ISO/IEC 10918-1), not
 * the pixels.
 */
#ifndef IMAGE_PROBE_H
#define IMAGE_PROBE_H

#include "base/str.h"

enum image_probe_fault {
	IMAGE_PROBE_FINE,
	IMAGE_PROBE_TYPE,		/* neither PNG nor JPEG */
	IMAGE_PROBE_BROKEN,		/* damaged or truncated */
	IMAGE_PROBE_SIZE		/* over IMAGE_PIXEL_LIMIT */
};

/* Sizes in pixels; those of a truncated file are set where its beginning has
 * them. */
enum image_probe_fault image_probe(str bytes, unsigned *width,
	    unsigned *height);

#endif
