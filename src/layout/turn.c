/* SPDX-License-Identifier: ISC */
#include "layout/turn.h"

#include "model/division.h"

/*
 * Tables that are turned
 * ----------------------
 * A landscape block is an order of the author's: what is before it ends its
 * sheet, full or not. That a wide table needs a landscape sheet is nothing that
 * the author knows, so it should not show: without more, the text would break
 * off at the place of the table, wherever on a sheet that is, and go on behind
 * the landscape sheet.
 *
 * Such a table therefore waits, as a figure does that does not fit
 * (paginate.c): the text after it moves up until the upright sheet is full,
 * then comes the landscape sheet with the table, then the rest of the text. If
 * no text is left, the table is the end of the document. Wide tables that
 * follow one another in this way share their landscape sheet.
 *
 * It does not wait
 * - under its own heading: headings just before it are turned too, because a
 *   section that begins with another section's text, or with none, misleads;
 * - where the paragraph before it introduces it (“…:”): what comes next must be
 *   the table;
 * - for what begins a sheet (an annex), and for another table with a caption:
 *   tables keep the order of their numbers.
 *
 * The reverse is not done: no text fills up the landscape sheet. Its lines
 * would be half as long again as those around, for some lines.
 */

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

/* The headings that end the strips stand on a landscape sheet. */
static void
turn_headings(struct builder *b)
{
	struct strip *before = b->before_heads, *s;

	if (before != NULL)
		before->keep = KEEP_NOT;
	s = before != NULL ? before->next : b->to->first;
	for (; s != NULL; s = s->next)
		s->turned = true;
}

bool
turn_table(struct builder *b, struct area *area)
{
	bool waits = !b->has_heads && !b->bound;

	if (b->has_heads)
		turn_headings(b);
	turn_sheets(b, area, true);
	return waits;
}
