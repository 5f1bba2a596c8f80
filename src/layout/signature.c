/* SPDX-License-Identifier: ISC */
#include "layout/signature.h"

#include <math.h>

#include "base/arena.h"
#include "layout/text.h"
#include "layout/text_lines.h"

/* At most so many signatories stand side by side. A single one stands at the
 * right margin and takes at least SINGLE of the width. */
enum { BESIDE = 4 };
#define SINGLE	0.4

/* A block at most so high, as a part of the height of the text, stays on one
 * sheet. */
#define WHOLE	(1. / 3)

struct signatories {
	struct builder		*b;
	const struct area	*area;
	const struct style	*style;
	struct text		**texts;
	double			 before;	/* room to sign, above the names */
	size_t			 num;
	size_t			 columns;
	double			 width;		/* of a column */
};

static bool
has_field(const node *signatory)
{
	const node *n;

	for (n = signatory; n != NULL; n = dom_walk(signatory, n))
		if (dom_kind(n) == KIND_FIELD &&
		    dom_item(n)->field.facts->type == FIELD_SIGNATURE)
			return true;
	return false;
}

static void
read_signatories(struct signatories *s, const node *division)
{
	struct layout_job *j = s->b->job;
	const node *n;

	for (n = dom_first(division); n != NULL; n = dom_next(n))
		s->num++;
	s->texts = arena_array(j->block_arena, struct text *, s->num);
	s->num = 0;
	for (n = dom_first(division); n != NULL; n = dom_next(n)) {
		if (dom_kind(n) != KIND_PARAGRAPH)
			continue;
		if (!has_field(n))
			s->before = s->style->before;
		s->texts[s->num] = text_make(j, s->style, pdf_tag_add(
		    s->area->tag, PDF_TAG_P));
		text_inlines(s->texts[s->num], n);
		if (!text_is_empty(s->texts[s->num]))
			s->num++;
	}
}

/* The width of the widest line of all, as far as the area has room. */
static double
widest_line(const struct signatories *s)
{
	struct arena_state state;
	double width = 0;
	size_t i, k;

	for (i = 0; i < s->num; i++) {
		state = arena_state(s->b->job->block_arena);
		struct text_lines set = text_lines(s->texts[i],
		    s->area->width);
		for (k = 0; k < set.num; k++)
			width = fmax(width, set.lines[k].width);
		arena_rewind(s->b->job->block_arena, state);
	}
	return width;
}

/* Distributes the signatories over rows of nearly equal length. */
static void
set_columns(struct signatories *s)
{
	double widest = widest_line(s) + 2 * s->style->padding;
	size_t fit = BESIDE, rows;

	while (fit > 1 && widest * (double)fit > s->area->width)
		fit--;
	rows = (s->num + fit - 1) / fit;
	s->columns = (s->num + rows - 1) / rows;
	s->width = s->area->width / (double)s->columns;
	if (s->num == 1)
		s->width = fmin(s->area->width, fmax(widest,
		    s->area->width * SINGLE));
}

/* The maximum number of lines of a strip. */
static size_t
lines_on_sheet(const struct signatories *s)
{
	const struct styles *styles = s->b->job->styles;
	double room = styles->height - styles->top - styles->bottom -
	    s->before;
	size_t lines = room > s->style->leading ?
	    (size_t)(room * 0.7 / s->style->leading) : 1;

	return lines > 0 ? lines : 1;
}

/* Puts the lines from <= i < to of a signatory at x into the strip. */
static void
put_lines(struct signatories *s, struct strip *strip,
    const struct text_lines *set, size_t from, size_t to, double x)
{
	struct arena *a = s->b->job->arena;
	const struct footnote_ref *ref;
	double y = from == 0 ? s->before : 0;
	size_t i;

	for (i = from; i < to && i < set->num; i++) {
		frame_copy(a, strip, &set->lines[i], x, y);
		y += set->lines[i].height;
		for (ref = set->footnote_refs[i]; ref != NULL; ref = ref->next)
			frame_footnote(a, strip, ref->number);
	}
	strip->height = fmax(strip->height, y);
}

/* Appends the row of the signatories from <= i < to, in the middle of the
 * area; one that is too high for a sheet takes several strips. */
static void
put_row(struct signatories *s, size_t from, size_t to)
{
	struct text_lines set[BESIDE];
	size_t num = to - from, lines = 1, max = lines_on_sheet(s), at, i;
	double left = s->area->left + (s->num == 1 ? s->area->width -
	    s->width : (s->area->width - (double)num * s->width) / 2);
	struct strip *strip;

	for (i = 0; i < num; i++) {
		set[i] = text_lines(s->texts[from + i], s->width -
		    2 * s->style->padding);
		lines = set[i].num > lines ? set[i].num : lines;
	}
	for (at = 0; at < lines; at += max) {
		strip = builder_strip(s->b, s->area);
		for (i = 0; i < num; i++)
			put_lines(s, strip, &set[i], at, at + max, left +
			    (double)i * s->width + s->style->padding);
	}
}

static void
keep_whole(const struct signatories *s, struct strip *first)
{
	const struct styles *styles = s->b->job->styles;
	double room = (styles->height - styles->top - styles->bottom) * WHOLE;
	struct strip *t;

	for (t = first; t != NULL; t = t->next)
		room -= t->before + t->height;
	for (t = first; room >= 0 && t != NULL && t->next != NULL; t = t->next)
		t->keep = KEEP_FIRMLY;
}

void
signature_put(struct builder *b, const struct area *area, const node *n)
{
	const struct style *style = &b->job->styles->by_id[STYLE_SIGNATURE];
	/* A field is room to sign itself. */
	struct signatories s = { .b = b, .area = area, .style = style,
	    .before = style->after };
	struct strip *last = b->to->last;
	size_t from, to;

	read_signatories(&s, n);
	if (s.num == 0)
		return;
	set_columns(&s);
	if (last != NULL && !last->floats)
		last->keep = KEEP_FIRMLY;
	b->owed = 0;
	for (from = 0; from < s.num; from = to) {
		to = from + s.columns < s.num ? from + s.columns : s.num;
		put_row(&s, from, to);
	}
	keep_whole(&s, last != NULL ? last->next : b->to->first);
	b->space = style->after;
}
