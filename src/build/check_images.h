/* SPDX-License-Identifier: ISC
 *
 * check_images: images are read from end to end, by tasks of a pool, while
 * their documents and others are read and rendered.
 */
#ifndef BUILD_CHECK_IMAGES_H
#define BUILD_CHECK_IMAGES_H

#include "model/doc.h"

struct image_checks;
struct pool;
struct record_renderer;

/* Borrows the pool, which may be closed before check_images_close(). */
struct image_checks	*check_images_open(struct pool *);
void		 check_images_close(struct image_checks *);
/* Adds the images that the document uses, and where there is one its logo.
 * Faults are reported to doc->diags, also those of rendering a record
 * (records may be NULL). From any worker. */
void		 check_images_add(struct image_checks *,
		    struct record_renderer *records, size_t worker,
		    const struct doc *, bool has_logo);
/* Returns when all images that were added are checked. */
void		 check_images_wait(struct image_checks *, size_t worker);

#endif
