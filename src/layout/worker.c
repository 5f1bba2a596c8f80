/* SPDX-License-Identifier: ISC */
#include "layout/worker.h"

#include "base/arena.h"
#include "base/mem.h"
#include "font/shaper.h"

struct layout_worker *
layout_worker_new(size_t index, const struct styles *styles,
    struct packer *packer, struct pdf_image_cache *image_cache)
{
	struct layout_worker *w = mem_alloc(sizeof(*w));

	w->block_arena = arena_new();
	w->line_arena = arena_new();
	w->shaper = shaper_new();
	w->index = index;
	w->packer = packer;
	w->image_cache = image_cache;
	w->styles = styles;
	return w;
}

void
layout_worker_free(struct layout_worker *w)
{
	if (w == NULL)
		return;
	arena_free(w->block_arena);
	arena_free(w->line_arena);
	shaper_free(w->shaper);
	mem_free(w);
}
