/* SPDX-License-Identifier: ISC */
#include "layout/line_runs.h"

#include <assert.h>
#include <math.h>

#include "base/arena.h"
#include "layout/field.h"
#include "layout/job.h"

/* A line to which glyph runs are added. */
struct line {
	struct glyph_run	*runs;
	size_t			 num;
	double			 x;
	double			 scale;	/* of the glyphs' widths */
	double			 gap;	/* added to each gap [pt] */
};

static struct glyph_run *
add_run(struct line *l, const struct atom *a, size_t from, size_t to,
    double width)
{
	struct glyph_run *r;

	assert(l->runs != NULL);
	r = &l->runs[l->num++];
	*r = (struct glyph_run){ .word = a->word, .style = a->style,
		.from = (unsigned)from, .to = (unsigned)to, .x = l->x,
		.width = width };
	l->x += width;
	return r;
}

static void
add_box(struct line *l, const struct line_piece *p, double width)
{
	struct glyph_run *last = l->num > 0 ? &l->runs[l->num - 1] : NULL;

	if (last != NULL && last->word != NULL &&
	    last->style == p->atom->style && last->word == p->atom->word &&
	    last->to == p->from && p->from > 0) {
		last->to = p->to;
		last->width += width;
		l->x += width;
		return;
	}
	add_run(l, p->atom, p->from, p->to, width);
}

/* The line from item i on may begin further to the right. */
static void
go_to_tab(struct line *l, const struct line_items *s,
    const struct broken_line *b, size_t i)
{
	double rest = 0, tab = s->text->tab;

	for (; i < b->to; i++)
		rest += s->items[i].kind != LINE_BREAK ? s->items[i].width : 0;
	if (tab > l->x && tab + rest <= s->width)
		l->x = tab;
}

/* Blanks reach the margin: they take what is left of the width. */
static void
fill(struct line *l, double width)
{
	double more = width - l->x, moved = 0;
	size_t i, num = 0;

	for (i = 0; i < l->num; i++)
		num += field_grows(l->runs[i].style->field);
	if (num == 0 || more <= 0)
		return;
	for (i = 0; i < l->num; i++) {
		l->runs[i].x += moved;
		if (!field_grows(l->runs[i].style->field))
			continue;
		l->runs[i].width += more / (double)num;
		moved += more / (double)num;
	}
	l->x = width;
}

/* The space's glyph is scaled like others; the rest of the gap moves what
 * follows. */
static void
add_gap(struct line *l, const struct atom *a)
{
	add_run(l, a, 0, a->word->num, a->width * l->scale);
	l->x += l->gap;
}

/* Adds what stands in the margin after a line that is not the last: a space,
 * so that readers of the file do not join two words, or a hyphen. */
static void
end_line(struct line *l, const struct line_items *s, size_t at)
{
	const struct atom *a = s->pieces[at].atom;
	const struct shaped_word *h;
	struct glyph_run *r;

	if (s->items[at].kind == LINE_GAP) {
		add_run(l, a, 0, a->word->num, a->width * l->scale);
	} else if (s->items[at].hyphen) {
		h = atom_hyphen(s->text, a);
		r = add_run(l, a, 0, h->num,
		    h->width * a->style->size * l->scale);
		r->word = h;
	}
}

/* Distributes the width that is left: glyphs take their part of the ratio, at
 * most all that they may; the gaps take the rest. */
static void
distribute(struct line *l, const struct line_items *s,
    const struct broken_line *b)
{
	double boxes = 0, gaps = 0, r = fmax(-1, fmin(1, b->ratio));
	size_t i, num = 0;

	l->scale = 1;
	if (b->ratio < 0 || b->ratio > 0)
		for (i = b->from; i < b->to; i++) {
			if (s->items[i].kind == LINE_BOX)
				boxes += s->items[i].stretch;
			num += s->items[i].kind == LINE_GAP;
		}
	if (boxes > 0)
		l->scale = 1 + r * LINE_ITEMS_EXPANSION;
	if (num == 0)
		return;
	gaps = s->width - b->width - r * boxes;
	for (i = b->from; i < b->to; i++)
		if (s->items[i].kind == LINE_GAP)
			gaps -= s->items[i].width * (l->scale - 1);
	l->gap = gaps / (double)num;
}

static double
start_x(const struct text *t, double width, double taken)
{
	if (t->style->align == STYLE_ALIGN_CENTER)
		return (width - taken) / 2;
	return t->style->align == STYLE_ALIGN_END ? width - taken : 0;
}

static bool
is_blank(const struct line_piece *p)
{
	return p->atom->kind == ATOM_FIELD &&
	    !field_is_box(p->atom->style->field);
}

static size_t
count_runs(const struct line_items *s, const struct broken_line *b)
{
	size_t i, num = 2;		/* in the margin after it */

	for (i = b->from; i < b->to; i++)
		num += s->items[i].kind == LINE_GAP || (s->items[i].kind ==
		    LINE_BOX && (i == b->from || s->pieces[i].from == 0));
	return num;
}

void
line_runs_set(struct line_items *s, const struct broken_line *b, struct frame *f)
{
	struct text *t = s->text;
	struct line l = { .runs = arena_array(t->job->arena, struct glyph_run,
	    count_runs(s, b)) };
	const struct line_item *it;
	size_t i;
	bool blank = false;

	distribute(&l, s, b);
	for (i = b->from; i < b->to; i++) {
		it = &s->items[i];
		if (!blank && is_blank(&s->pieces[i])) {
			blank = true;
			go_to_tab(&l, s, b, i);
		}
		if (it->kind == LINE_BOX)
			add_box(&l, &s->pieces[i], it->stretch > 0 ?
			    it->width * l.scale : it->width);
		else if (it->kind == LINE_GAP)
			add_gap(&l, s->pieces[i].atom);
	}
	if (blank && (t->style->align == STYLE_ALIGN_START ||
	    t->style->align == STYLE_ALIGN_JUSTIFY))
		fill(&l, s->width);
	f->width = l.x;
	f->x = start_x(t, s->width, l.x);
	if (b->to < s->num)
		end_line(&l, s, b->to);
	f->kind = FRAME_LINE;
	f->divided = b->to < s->num && s->items[b->to].hyphen;
	f->scale = l.scale;
	f->runs = l.runs;
	f->num = l.num;
}

void
line_runs_hang(struct frame *f, const struct atom *a)
{
	struct line l;

	assert(f != NULL);
	l = (struct line){ .runs = f->runs, .num = f->num, .x = f->width };
	if (a->kind == ATOM_SPACE) {
		add_run(&l, a, 0, a->word->num, a->width * f->scale);
		f->num = l.num;
	}
}
