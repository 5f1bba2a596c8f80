/* SPDX-License-Identifier: ISC */
#include "layout/box.h"

#include <assert.h>

#include "base/arena.h"

/* The maximum height of a box that stays on one sheet, as a part of the
 * height of the text. */
#define WHOLE	(1. / 3)

/* Puts the padding at the upper or lower end of a box, which no sheet break
 * separates from the text in it. */
static struct strip *
put_padding(struct builder *b, const struct area *area, double height,
    bool above)
{
	struct strip *last = b->to->last, *s;
	unsigned owed = b->owed;

	if (!above) {
		b->space = 0;
		if (last != NULL)
			last->keep = KEEP_FIRMLY;
	}
	s = builder_strip(b, area);
	s->height = height;
	if (above) {
		s->keep = KEEP_FIRMLY;
		b->owed = owed;
	}
	return s;
}

struct band *
box_band(struct builder *b, const struct area *area,
    const struct style *style, bool bar)
{
	struct band *band = arena_new_of(b->job->arena, struct band);

	*band = (struct band){ .outer = area->band, .x = area->left,
		.width = area->width, .filled = style->filled,
		.background = style->background, .border = style->border,
		.border_colour = style->border_colour, .bar = bar };
	return band;
}

struct strip *
box_begin(struct builder *b, struct area *inner,
    struct band *band, const struct style *style)
{
	struct strip *first;

	inner->band = band;
	builder_space(b, style->before);
	band->padding = style->padding;
	first = put_padding(b, inner, style->padding, /*above*/true);
	band->first = first;
	return first;
}

void
box_end(struct builder *b, const struct area *inner, struct band *band,
    struct strip *first, const struct style *style)
{
	const struct styles *styles = b->job->styles;
	double room = (styles->height - styles->top - styles->bottom) * WHOLE;
	struct strip *s;

	assert(first != NULL);
	band->last = put_padding(b, inner, style->padding, /*above*/false);
	b->space = style->after;
	for (s = first; s != NULL; s = s->next)
		room -= s->before + s->height;
	for (s = first; room >= 0 && s->next != NULL; s = s->next)
		frame_keep_loosely(s);
}
