/* SPDX-License-Identifier: ISC
 *
 * proof: pictures are looked at from end to end, by tasks, while their
 * documents and others are read and set.
 */
#ifndef BUILD_CHECK_IMAGES_H
#define BUILD_CHECK_IMAGES_H

#include "build/workspace.h"

struct image_checks	*check_images_open(struct workspace *);
void			 check_images_close(struct image_checks *);
/* The pictures that the document uses, and its logo: faults are told to
 * doc->diags. From any worker. */
void			 check_images_add(struct workspace *, size_t worker,
	    const struct doc *);
/* Returns when all that were added have been looked at. */
void			 check_images_wait(struct workspace *, size_t worker);

#endif
