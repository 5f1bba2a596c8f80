/* SPDX-License-Identifier: ISC
 *
 * pdf_image: pictures. JPEG and opaque PNG are embedded without decoding;
 * PNG with transparency or interlace is decoded (image_cache.h). Metadata of a
 * picture is not embedded.
 */
#ifndef PDF_IMAGE_H
#define PDF_IMAGE_H

#include "base/sink.h"
#include "image/image.h"

struct arena;
struct pdf_file;
struct pdf_image_cache;
struct pdf_images;

/* A picture of one file; in its arena, immutable. */
struct pdf_image {
	unsigned	width;		/* [pixel] */
	unsigned	height;		/* [pixel] */
	double		dpi;		/* 0: not in the file */
	unsigned	number;		/* “/I3” */
};

/* The pictures of a file; in arena. */
struct pdf_images *pdf_image_start(struct arena *, struct pdf_image_cache *,
	    struct pdf_file *);
/* The picture at path, written into the file. The same path, or another path
 * with the same bytes, returns the same picture. NULL: *fault has the
 * reason. */
const struct pdf_image *pdf_image_get(struct pdf_images *, const char *path,
	    enum image_fault *fault);
/* The path of the first picture that could not be read, or NULL; in arena. */
const char *pdf_image_lost(const struct pdf_images *);
/* “/I0 12 0 R …”: all pictures, for the resources. */
void	pdf_image_put_names(const struct pdf_images *, struct sink *);

#endif
