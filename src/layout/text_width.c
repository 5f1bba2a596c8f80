/* SPDX-License-Identifier: ISC
 *
 * pdf_width: how narrow and how wide a text can be set, for the columns of
 * tables.
 */
#include <math.h>

#include "base/arena.h"
#include "layout/atom.h"

/* The widest piece between two breaks that show no hyphen. */
static double
widest_piece(const struct pdf_text *t, const struct pdf_atom *a)
{
	enum pdf_hyphen_how how = a->hand->how;
	struct pdf_breaks b;
	double widest = 0, w;
	size_t i, g, from = 0;

	if (a->word == NULL)
		return a->width;
	b = pdf_hyphen_find(t->job->worker->brief, NULL, t->job->doc->lang,
	    how == PDF_HYPHEN_ADDRESS ? how : PDF_HYPHEN_NONE,
	    a->word->text);
	for (i = 0; i <= b.num; i++) {
		g = i < b.num ? pdf_font_glyph_at(a->word, b.items[i].at) :
		    a->word->num;
		w = pdf_font_width(a->word, from, g) * a->hand->size;
		widest = fmax(widest, w);
		from = g;
	}
	return widest;
}

void
pdf_text_scale(struct pdf_text *t, double factor)
{
	struct pdf_style *style = arena_new_of(t->job->scratch,
	    struct pdf_style);
	const struct pdf_hand *last = NULL;
	struct pdf_hand *h = NULL;
	size_t i;

	*style = *t->style;
	style->size *= factor;
	style->leading *= factor;
	t->style = style;
	for (i = 0; i < t->num; i++) {
		struct pdf_atom *a = &t->atoms[i];
		if (a->hand != last) {
			last = a->hand;
			h = arena_new_of(t->job->arena, struct pdf_hand);
			*h = *last;
			h->size *= factor;
			h->rise *= factor;
			h->height *= factor;
		}
		a->hand = h;
		a->width *= factor;
	}
}

double
pdf_text_least(const struct pdf_text *t)
{
	double widest = 0, w = 0, piece;
	size_t i;

	for (i = 0; i < t->num; i++) {
		if (!pdf_atom_is_solid(&t->atoms[i])) {
			w = 0;
			continue;
		}
		piece = widest_piece(t, &t->atoms[i]);
		if (piece < t->atoms[i].width)
			w = piece;
		else
			w += t->atoms[i].width;
		widest = fmax(widest, w);
	}
	arena_reset(t->job->worker->brief);
	return widest;
}

double
pdf_text_narrow(const struct pdf_text *t)
{
	double widest = 0, w = 0;
	struct pdf_breaks b;
	size_t i, k, g, from;

	for (i = 0; i < t->num; i++) {
		const struct pdf_atom *a = &t->atoms[i];
		if (!pdf_atom_is_solid(a)) {
			w = 0;
			continue;
		}
		if (a->word == NULL) {
			widest = fmax(widest, w += a->width);
			continue;
		}
		b = pdf_atom_breaks(t, a, /*any*/true);
		for (k = 0, from = 0; k < b.num; k++, from = g, w = 0) {
			g = pdf_font_glyph_at(a->word, b.items[k].at);
			w += pdf_font_width(a->word, from, g) * a->hand->size;
			if (b.items[k].hyphen)
				w += pdf_atom_hyphen(t, a);
			widest = fmax(widest, w);
		}
		w += pdf_font_width(a->word, from, a->word->num) *
		    a->hand->size;
		widest = fmax(widest, w);
	}
	arena_reset(t->job->worker->brief);
	return widest;
}

double
pdf_text_most(const struct pdf_text *t)
{
	double widest = 0, w = 0;
	size_t i;

	for (i = 0; i < t->num; i++) {
		w = t->atoms[i].kind == PDF_ATOM_BREAK ? 0 :
		    w + t->atoms[i].width;
		widest = fmax(widest, w);
	}
	return widest;
}
