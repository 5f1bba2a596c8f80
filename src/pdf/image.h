/* SPDX-License-Identifier: ISC
 *
 * pdf_image: pictures. JPEG and opaque PNG pass through undecoded; PNG with
 * transparency or interlace is decoded once a run. Metadata stays outside.
 */
#ifndef PDF_IMAGE_H
#define PDF_IMAGE_H

#include "base/sink.h"

struct arena;
struct pdf_file;
struct pdf_gallery;
struct pdf_images;
struct packer;

enum pdf_image_fault {
	PDF_IMAGE_FINE,
	PDF_IMAGE_READ,			/* errno tells why */
	PDF_IMAGE_TYPE,			/* neither PNG nor JPEG */
	PDF_IMAGE_BROKEN,		/* damaged or cut off */
	PDF_IMAGE_SIZE,			/* over PDF_IMAGE_PIXELS */
	PDF_IMAGE_CMYK,			/* JPEG of four colours */
	PDF_IMAGE_TURNED,		/* EXIF asks to turn or mirror it */
	PDF_IMAGE_KIND			/* lossless, arithmetic, 12 bit JPEG */
};

enum { PDF_IMAGE_PIXELS = 40 * 1000 * 1000 };

/* A picture of one document; in its arena, immutable. */
struct pdf_image {
	unsigned	width;		/* [pixel] */
	unsigned	height;		/* [pixel] */
	double		dpi;		/* 0: the file does not say */
	unsigned	number;		/* “/I3” */
};

/* What was decoded in this run, shared by all threads. */
struct pdf_gallery *pdf_image_gallery_new(struct packer *);
void	pdf_image_gallery_free(struct pdf_gallery *);

/* For the gate: whether the file's bytes can be embedded, from any thread.
 * The data of a PNG file are unpacked, and its rows looked at, once a run;
 * what must be decoded is, and kept in the gallery. */
enum pdf_image_fault pdf_image_check(struct pdf_gallery *, size_t worker,
	    str bytes);

/* The pictures of a document; in arena. */
struct pdf_images *pdf_image_start(struct arena *, struct pdf_gallery *,
	    struct pdf_file *);
/* The picture at path, which is written into the file; asked twice, or with
 * the same bytes under another path, the same one. NULL: *fault says why. */
const struct pdf_image *pdf_image_get(struct pdf_images *, const char *path,
	    enum pdf_image_fault *fault);
/* The path of the first that could not be had, or NULL; in arena. */
const char *pdf_image_lost(const struct pdf_images *);
/* “/I0 12 0 R …”: all of them, for the resources. */
void	pdf_image_put_names(const struct pdf_images *, struct sink *);

#endif
