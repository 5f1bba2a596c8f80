/* SPDX-License-Identifier: ISC
 *
 * pdf_image: pictures. JPEG and opaque PNG pass through undecoded; PNG with
 * transparency or interlace is decoded once a run. Metadata stays outside.
 */
#ifndef PDF_IMAGE_H
#define PDF_IMAGE_H

#include "base/sink.h"
#include "image/image.h"

struct arena;
struct pdf_file;
struct pdf_image_cache;
struct pdf_images;
struct packer;

/* A picture of one document; in its arena, immutable. */
struct pdf_image {
	unsigned	width;		/* [pixel] */
	unsigned	height;		/* [pixel] */
	double		dpi;		/* 0: the file does not say */
	unsigned	number;		/* “/I3” */
};

/* What was decoded in this run, shared by all threads. */
struct pdf_image_cache *pdf_image_cache_new(struct packer *);
void	pdf_image_cache_free(struct pdf_image_cache *);

/* For the gate: whether the file's bytes can be embedded, from any thread.
 * The data of a PNG file are unpacked, and its rows looked at, once a run;
 * what must be decoded is, and kept in the gallery. */
enum image_fault pdf_image_check(struct pdf_image_cache *, size_t worker,
	    str bytes);

/* The pictures of a document; in arena. */
struct pdf_images *pdf_image_start(struct arena *, struct pdf_image_cache *,
	    struct pdf_file *);
/* The picture at path, which is written into the file; asked twice, or with
 * the same bytes under another path, the same one. NULL: *fault says why. */
const struct pdf_image *pdf_image_get(struct pdf_images *, const char *path,
	    enum image_fault *fault);
/* The path of the first that could not be had, or NULL; in arena. */
const char *pdf_image_lost(const struct pdf_images *);
/* “/I0 12 0 R …”: all of them, for the resources. */
void	pdf_image_put_names(const struct pdf_images *, struct sink *);

#endif
