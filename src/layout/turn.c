/* SPDX-License-Identifier: ISC */
#include "layout/turn.h"

#include "model/division.h"

/* The maximum number of headings before a landscape block that are turned with
 * it. */
enum { HEADINGS_TURNED = 8 };

static bool
is_in_landscape(const node *n)
{
	while (dom_kind(n) != KIND_DOCUMENT) {
		if (division_is(n, DIVISION_LANDSCAPE))
			return true;
		n = dom_parent(n);
	}
	return false;
}

bool
turn_is_wanted(const node *n)
{
	unsigned i;

	if (is_in_landscape(n))
		return true;
	if (division_is(n, DIVISION_ANNEX) && dom_first(n) != NULL)
		n = dom_first(n);
	for (i = 0; n != NULL && dom_kind(n) == KIND_HEADING &&
	    i < HEADINGS_TURNED; i++)
		n = dom_next(n);
	return n != NULL && division_is(n, DIVISION_LANDSCAPE);
}

void
turn_sheets(struct builder *b, struct area *area, bool turned)
{
	b->to->turned = turned;
	b->job->styles = style_turned(b->job->worker->styles, turned);
	area->width = style_measure(b->job->styles);
	area->style = &b->job->styles->by_id[STYLE_PARAGRAPH];
}

bool
turn_may(const struct builder *b, const struct area *area, const node *n)
{
	const node *in = dom_parent(n);

	return !b->to->turned && area->band == NULL && in != NULL &&
	    (dom_kind(in) == KIND_DOCUMENT ||
	    division_is(in, DIVISION_ANNEX));
}

void
turn_with_headings(struct builder *b, struct area *area)
{
	struct strip *before = b->before_heads, *s;

	if (b->has_heads) {
		if (before != NULL)
			before->keep = KEEP_NOT;
		s = before != NULL ? before->next : b->to->first;
		for (; s != NULL; s = s->next)
			s->turned = true;
	}
	turn_sheets(b, area, true);
}
