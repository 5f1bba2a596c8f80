/* SPDX-License-Identifier: ISC
 *
 * worker: what one thread needs to lay out and write document after document.
 */
#ifndef LAYOUT_WORKER_H
#define LAYOUT_WORKER_H

#include "style/style.h"

struct arena;
struct packer;
struct pdf_image_cache;
struct shaper;

struct layout_worker {
	struct arena		*block_arena;	/* reset for each block */
	struct arena		*line_arena;	/* reset every few lines */
	struct shaper		*shaper;
	size_t			 index;		/* which worker it is */
	struct packer		*packer;	/* shared by all workers */
	struct pdf_image_cache	*image_cache;	/* shared by all workers */
	const struct styles	*styles;	/* shared by all workers */
};

struct layout_worker	*layout_worker_new(size_t index, const struct styles *,
			    struct packer *, struct pdf_image_cache *);
void			 layout_worker_free(struct layout_worker *);

#endif
