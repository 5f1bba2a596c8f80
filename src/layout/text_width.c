/* SPDX-License-Identifier: ISC */
#include "layout/text_width.h"

#include <math.h>

#include "base/arena.h"
#include "font/whole.h"
#include "layout/atom.h"
#include "layout/field.h"
#include "layout/job.h"

/* Labels of at most this part of the width align. */
#define TAB_MAX		0.45

/* The width of the widest piece between two breaks that show no hyphen. */
static double
widest_piece(const struct text *t, const struct atom *a)
{
	enum hyphen_mode how = a->style->how;
	struct hyphen_breaks b;
	double widest = 0, w;
	size_t i, g, from = 0;

	if (a->word == NULL || whole_is_kept(a->word->text))
		return a->width;
	b = hyphen_find(t->job->worker->line_arena, NULL, a->style->lang,
	    how == HYPHEN_ADDRESS ? how : HYPHEN_NONE, a->word->text);
	for (i = 0; i <= b.num; i++) {
		g = i < b.num ? shaper_glyph_at(a->word, b.items[i].at) :
		    a->word->num;
		w = shaper_width(a->word, from, g) * a->style->size;
		widest = fmax(widest, w);
		from = g;
	}
	return widest;
}

void
text_width_scale(struct text *t, double factor)
{
	struct style *style = arena_new_of(t->job->block_arena, struct style);
	const struct run_style *last = NULL;
	struct run_style *h = NULL;
	size_t i;

	*style = *t->style;
	style->size *= factor;
	style->leading *= factor;
	t->style = style;
	for (i = 0; i < t->num; i++) {
		struct atom *a = &t->atoms[i];
		if (a->style != last) {
			last = a->style;
			h = arena_new_of(t->job->arena, struct run_style);
			*h = *last;
			h->size *= factor;
			h->rise *= factor;
			h->height *= factor;
		}
		a->style = h;
		a->width *= factor;
	}
}

double
text_width_minimum(const struct text *t)
{
	double widest = 0, w = 0, piece;
	size_t i;

	for (i = 0; i < t->num; i++) {
		if (!atom_is_solid(&t->atoms[i])) {
			w = atom_is_tied(t, &t->atoms[i]) ? w +
			    t->atoms[i].width : 0;
			continue;
		}
		piece = widest_piece(t, &t->atoms[i]);
		if (piece < t->atoms[i].width)
			w = piece;
		else
			w += t->atoms[i].width;
		widest = fmax(widest, w);
	}
	arena_reset(t->job->worker->line_arena);
	return widest;
}

double
text_width_unbreakable(const struct text *t)
{
	double widest = 0, w = 0;
	struct hyphen_breaks b;
	size_t i, k, g, from;

	for (i = 0; i < t->num; i++) {
		const struct atom *a = &t->atoms[i];
		if (!atom_is_solid(a)) {
			w = atom_is_tied(t, a) ? w + a->width : 0;
			continue;
		}
		if (a->word == NULL) {
			widest = fmax(widest, w += a->width);
			continue;
		}
		b = atom_breaks(t, a, /*any*/true);
		for (k = 0, from = 0; k < b.num; k++, from = g, w = 0) {
			g = shaper_glyph_at(a->word, b.items[k].at);
			w += shaper_width(a->word, from, g) * a->style->size;
			if (b.items[k].hyphen)
				w += atom_hyphen_width(t, a);
			widest = fmax(widest, w);
		}
		w += shaper_width(a->word, from, a->word->num) * a->style->size;
		widest = fmax(widest, w);
	}
	arena_reset(t->job->worker->line_arena);
	return widest;
}

double
text_width_maximum(const struct text *t)
{
	double widest = 0, w = 0;
	size_t i;

	for (i = 0; i < t->num; i++) {
		w = t->atoms[i].kind == ATOM_BREAK ? 0 : w + t->atoms[i].width +
		    field_wish(t->atoms[i].style->field);
		widest = fmax(widest, w);
	}
	return widest;
}

bool
text_width_grows(const struct text *t)
{
	size_t i;

	for (i = 0; i < t->num; i++)
		if (field_grows(t->atoms[i].style->field))
			return true;
	return false;
}

double
text_width_tab(const struct text *t, double width)
{
	double tab = 0, w = 0;
	size_t i;
	bool seen = false;

	for (i = 0; i < t->num; i++) {
		const struct atom *a = &t->atoms[i];
		if (a->kind == ATOM_BREAK) {
			w = 0;
			seen = false;
			continue;
		}
		if (!seen && a->kind == ATOM_FIELD) {
			seen = true;
			if (!field_is_box(a->style->field) &&
			    w <= width * TAB_MAX)
				tab = fmax(tab, w);
		}
		w += a->width;
	}
	return tab;
}
