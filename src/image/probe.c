/* SPDX-License-Identifier: ISC */
#include "image/probe.h"

#include "base/pointer.h"
#include "image/jpeg.h"
#include "image/png.h"

enum image_fault
image_probe_other(str bytes)
{
	switch (pointer_diag(bytes)) {
	case DIAG_FILE_LFS:
		return IMAGE_LFS;
	case DIAG_FILE_AWAY:
		return IMAGE_AWAY;
	default:
		return IMAGE_TYPE;
	}
}

enum image_fault
image_probe(str bytes, unsigned *width, unsigned *height)
{
	enum image_fault fault;
	struct image_png png = { 0 };
	struct image_jpeg jpeg = { 0 };

	if (image_png_is(bytes))
		fault = image_png_read(bytes, &png);
	else if (image_jpeg_is(bytes))
		fault = image_jpeg_read(bytes, &jpeg, NULL);
	else
		fault = image_probe_other(bytes);
	*width = png.width + jpeg.width;
	*height = png.height + jpeg.height;
	return bytes.len > IMAGE_FILE_LIMIT ? IMAGE_SIZE : fault;
}
