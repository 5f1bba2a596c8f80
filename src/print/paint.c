/* SPDX-License-Identifier: ISC */
#include "print/paint.h"

#include <math.h>

#include "pdf/link.h"
#include "pdf/outline.h"
#include "pdf/pen.h"
#include "print/field.h"
#include "print/margin.h"
#include "print/sign.h"

/* How far the box of a link reaches above and below the base line [em]. A
 * picture in the text does not touch the letters beside it. */
#define LINK_ABOVE	0.85
#define LINK_BELOW	0.25
/* The distance of an underline below the base line [em]. */
#define UNDERLINE	0.14
/* An underline that is no link's, and a line through words: the thickness, and
 * how far the second is above the base line [em]. */
#define THICK		0.06
#define STRIKE		0.28
/* How far the box of a key reaches above and below the base line [em]. */
#define KEY_ABOVE	0.92
#define KEY_BELOW	0.26

/* The length of the rule above footnotes [pt]. */
#define FOOTNOTE_RULE	90.

static double
left(const struct layout_job *j)
{
	return j->styles->left;
}

/* Between two dots of a leader [pt]. */
#define DOT_STEP	4.0

/* --- Lines --- */

static void
paint_run(struct layout_job *j, const struct glyph_run *r, double x, double y)
{
	struct pdf *to = j->pdf;
	const struct run_style *h = r->style;

	if (r->word != NULL) {
		pdf_pen_show(to, r->word, r->from, r->to, h->size, h->colour);
		return;
	}
	if (h->field != NULL) {
		print_field(j, r, x, y - h->rise - h->height);
		return;
	}
	pdf_page_image(to, h->image, x, y - h->rise - h->height, r->width,
	    h->height);
	pdf_page_box(to, pdf_tag_parent(h->content), x, y - h->rise - h->height,
	    r->width, h->height);
}

/* Whether one of the two neighbours is in the box of a key, and the other is
 * not: there is room between them. */
static bool
is_key_edge(const struct glyph_run *a, const struct glyph_run *z)
{
	return ((a->style->marks | z->style->marks) & RUN_BOXED) != 0 &&
	    a->style->content != z->style->content;
}

/* Whether the pen must be moved to the glyph run: it does not stand where the
 * last one ended. */
static bool
needs_move(const struct glyph_run *last, const struct glyph_run *r)
{
	return last == NULL || last->word == NULL || r->word == NULL ||
	    fabs(last->style->rise - r->style->rise) > 0 ||
	    is_key_edge(last, r);
}

/* A repeated head is an artifact: marked again, its content would be read
 * twice. */
static void
paint_runs(struct layout_job *j, const struct frame *f, double x, double y,
    bool repeated)
{
	const struct glyph_run *last = NULL, *r;
	double skip;
	size_t i;

	pdf_pen_scale(j->pdf, f->scale);
	for (i = 0; i < f->num; last = r, i++) {
		r = &f->runs[i];
		if (repeated && r->word == NULL)
			continue;
		if (!repeated)
			pdf_page_mark(j->pdf, r->style->content);
		skip = last != NULL ? r->x - last->x - last->width : 0;
		if (needs_move(last, r))
			pdf_pen_move(j->pdf, x + r->x, y - r->style->rise);
		else if (fabs(skip) > 1e-9)
			pdf_pen_skip(j->pdf, skip);
		paint_run(j, r, x + r->x, y);
	}
}

/* Puts one link over the glyph runs from <= i < to of the line. */
static void
put_link(struct layout_job *j, const struct frame *f, size_t from, size_t to,
    double x, double y)
{
	const struct glyph_run *a = &f->runs[from], *z = &f->runs[to - 1];
	const struct run_style *h = a->style;
	const struct link_target *l = h->link;
	double width, above = h->size * LINK_ABOVE + h->rise,
	    below = h->size * LINK_BELOW - h->rise;

	/* A space in the margin is no part of the link. */
	if (z > a && z->x >= f->width - 1e-9)
		z--;
	width = z->x + z->width - a->x;
	if (l->uri.len != 0)
		pdf_link_uri(j->pdf, l->tag, x + a->x, y - above, width,
		    above + below, l->uri, l->contents);
	else
		pdf_link_to(j->pdf, l->tag, x + a->x, y - above, width,
		    above + below, l->id, l->contents);
	if (!l->underlined)
		return;
	pdf_page_artifact(j->pdf, PDF_ARTIFACT_LAYOUT);
	pdf_page_fill(j->pdf, x + a->x, y + UNDERLINE * h->size, width,
	    j->styles->by_id[STYLE_LINK].border, h->colour);
}

static void
put_links(struct layout_job *j, const struct frame *f, double x, double y)
{
	size_t i, from = 0;

	for (i = 1; i <= f->num; i++) {
		if (i < f->num &&
		    f->runs[i].style->link == f->runs[from].style->link)
			continue;
		if (f->runs[from].style->link != NULL)
			put_link(j, f, from, i, x, y);
		from = i;
	}
}

/* --- Lines and boxes at words */

/* Paints one mark of the glyph runs from <= i < to, which stand at height y
 * and have one style. */
static void
paint_mark(struct layout_job *j, const struct glyph_run *a,
    const struct glyph_run *z, enum run_marks mark, double x, double y)
{
	const struct run_style *h = a->style;
	const struct style *key = &j->styles->by_id[STYLE_KEYSTROKE];
	double em = h->size, width = z->x + z->width - a->x;

	x += a->x;
	y -= h->rise;
	pdf_page_artifact(j->pdf, PDF_ARTIFACT_LAYOUT);
	if (mark == RUN_UNDERLINED)
		pdf_page_fill(j->pdf, x, y + UNDERLINE * em, width, THICK * em,
		    h->colour);
	else if (mark == RUN_STRUCK)
		pdf_page_fill(j->pdf, x, y - STRIKE * em, width, THICK * em,
		    h->colour);
	else
		pdf_page_border(j->pdf, x - RUN_BESIDE * em,
		    y - KEY_ABOVE * em, width, (KEY_ABOVE + KEY_BELOW) * em,
		    key->border, key->border_colour);
}

/* Whether a mark goes on from the run a to z: a line through “a **b**” is one
 * for each style, a box is one for all of a key. */
static bool
goes_on(const struct glyph_run *a, const struct glyph_run *z,
    enum run_marks mark)
{
	if (mark == RUN_BOXED && is_key_edge(a, z))
		return false;
	return (z->style->marks & mark) != 0 && z->style->colour ==
	    a->style->colour && !(fabs(z->style->size - a->style->size) > 0) &&
	    !(fabs(z->style->rise - a->style->rise) > 0);
}

static void
paint_marks(struct layout_job *j, const struct frame *f, enum run_marks mark,
    double x, double y)
{
	const struct glyph_run *r = f->runs, *end = r + f->num, *a, *z;

	while (r < end) {
		a = r;
		while (r < end && goes_on(a, r, mark))
			r++;
		z = r;
		/* A space in the margin has no line. */
		if (z > a + 1 && z[-1].x >= f->width - 1e-9)
			z--;
		if (z > a)
			paint_mark(j, a, z - 1, mark, x, y);
		else
			r++;
	}
}

static void
put_marks(struct layout_job *j, const struct frame *f, double x, double y)
{
	unsigned marks = 0, mark;
	size_t i;

	for (i = 0; i < f->num; i++)
		marks |= f->runs[i].style->marks;
	for (mark = 1; mark <= marks; mark <<= 1)
		if ((marks & mark) != 0)
			paint_marks(j, f, (enum run_marks)mark, x, y);
}

static void
paint_line(struct layout_job *j, const struct frame *f, double x, double y,
    bool repeated)
{
	paint_runs(j, f, x, y + f->base, repeated);
	if (!repeated)
		put_links(j, f, x, y + f->base);
	put_marks(j, f, x, y + f->base);
}

/* --- Frames --- */

static void
paint_picture(struct layout_job *j, const struct frame *f, double x, double y)
{
	pdf_page_mark(j->pdf, f->content);
	pdf_page_image(j->pdf, f->image, x, y, f->width, f->height);
	pdf_page_box(j->pdf, f->elem, x, y, f->width, f->height);
	if (f->border <= 0)
		return;
	pdf_page_artifact(j->pdf, PDF_ARTIFACT_LAYOUT);
	pdf_page_border(j->pdf, x, y, f->width, f->height, f->border,
	    f->colour);
}

/* The dots of leaders stand below each other on the whole sheet. */
static void
paint_dots(struct layout_job *j, const struct frame *f, double x, double y)
{
	double at = ceil(x / DOT_STEP) * DOT_STEP;

	for (; at + f->border <= x + f->width; at += DOT_STEP)
		pdf_page_fill(j->pdf, at, y - f->border, f->border, f->border,
		    f->colour);
}

static void
paint_shape(struct layout_job *j, const struct frame *f, double x, double y)
{
	pdf_page_artifact(j->pdf, PDF_ARTIFACT_LAYOUT);
	if (f->kind == FRAME_RULE && f->dotted)
		paint_dots(j, f, x, y);
	else if (f->kind == FRAME_RULE && f->width > 0)
		pdf_page_fill(j->pdf, x, y, f->width, f->border,
		    f->colour);
	else if (f->kind == FRAME_RULE)
		pdf_page_fill(j->pdf, x - f->border / 2, y, f->border,
		    f->height, f->colour);
	else if (f->border > 0)
		/* Half of the line is outside, so that neighbours share
		 * it. */
		pdf_page_border(j->pdf, x - f->border / 2,
		    y - f->border / 2, f->width + f->border,
		    f->height + f->border, f->border, f->colour);
	else
		pdf_page_fill(j->pdf, x, y, f->width, f->height,
		    f->colour);
}

static void
paint_frame(struct layout_job *j, const struct frame *f, double y,
    bool repeated)
{
	double x = left(j) + f->x;

	if (repeated)
		pdf_page_artifact(j->pdf, PDF_ARTIFACT_REPEAT);
	if (f->kind == FRAME_LINE)
		paint_line(j, f, x, y + f->y, repeated);
	else if (f->kind == FRAME_PICTURE)
		paint_picture(j, f, x, y + f->y);
	else if (f->kind == FRAME_SIGN)
		print_sign_paint(j->pdf, f->sign, x, y + f->y,
		    f->width, f->colour);
	else
		paint_shape(j, f, x, y + f->y);
}

static void
put_bookmarks(struct layout_job *j, const struct strip *s, double y)
{
	const struct bookmark *m;
	const struct footnote_ref *f;

	for (f = s->footnote_refs; f != NULL; f = f->next)
		pdf_link_target(j->pdf, str_join(j->arena, S("m_ref-"),
		    str_uint(j->arena, f->number)), y);
	for (m = s->bookmarks; m != NULL; m = m->next) {
		if (m->id.len != 0)
			pdf_link_target(j->pdf, m->id, y);
		if (m->level > 0)
			pdf_outline_add(j->pdf, m->level, m->title, y);
	}
}

static void
paint_strip(struct layout_job *j, const struct placed_strip *p)
{
	const struct frame *f;

	if (!p->repeated)
		put_bookmarks(j, p->strip, p->y);
	for (f = p->strip->frames; f != NULL; f = f->next)
		paint_frame(j, f, p->y, p->repeated);
}

/* --- Bands --- */

static bool
lies_in(const struct strip *s, const struct band *band)
{
	const struct band *b;

	for (b = s->band; b != NULL; b = b->outer)
		if (b == band)
			return true;
	return false;
}

static void
paint_band(struct layout_job *j, const struct band *b, double y, double height)
{
	double x = left(j) + b->x;

	pdf_page_artifact(j->pdf, PDF_ARTIFACT_LAYOUT);
	if (b->filled)
		pdf_page_fill(j->pdf, x, y, b->width, height,
		    b->background);
	if (b->border > 0 && b->bar)
		pdf_page_fill(j->pdf, x, y, b->border, height,
		    b->border_colour);
	else if (b->border > 0)
		pdf_page_border(j->pdf, x, y, b->width, height, b->border,
		    b->border_colour);
}

/* Paints the bands that begin at the strip p, the outermost first, because an
 * inner band lies on it. A band begins where the strip before (last; NULL: p is
 * first on the sheet) does not lie in it. */
static void
begin_bands(struct layout_job *j, const struct band *b,
    const struct placed_strip *last, const struct placed_strip *p)
{
	double top = p->y, end = top;

	if (b == NULL || (last != NULL && lies_in(last->strip, b)))
		return;
	begin_bands(j, b->outer, last, p);
	const struct placed_strip *q;
	for (q = p; q != NULL && lies_in(q->strip, b); q = q->next)
		end = q->y + q->strip->height + frame_below(q->strip, b);
	if (last == NULL)
		top -= frame_above(p->strip, b);
	paint_band(j, b, top, end - top);
}

static void
paint_bands(struct layout_job *j, const struct placed_strip *p)
{
	const struct placed_strip *last = NULL;

	for (; p != NULL; last = p, p = p->next)
		begin_bands(j, p->strip->band, last, p);
}

/* --- Sheets --- */

static void
paint_footnotes(struct layout_job *j, const struct sheet *sheet)
{
	const struct style *style = &j->styles->by_id[STYLE_FOOTNOTE];
	const struct placed_strip *p;

	if (sheet->footnotes == NULL)
		return;
	pdf_page_artifact(j->pdf, PDF_ARTIFACT_LAYOUT);
	pdf_page_fill(j->pdf, left(j), sheet->footnotes_top + style->padding,
	    FOOTNOTE_RULE, style->border, style->border_colour);
	paint_bands(j, sheet->footnotes);
	for (p = sheet->footnotes; p != NULL; p = p->next)
		paint_strip(j, p);
}

void
print_paint(struct layout_job *j, const struct sheet_list *layout)
{
	const struct sheet *sheet;
	const struct placed_strip *p;
	unsigned number = 1;

	for (sheet = layout->first; sheet != NULL; sheet = sheet->next) {
		j->styles = style_turned(j->worker->styles, sheet->turned);
		pdf_page_begin(j->pdf, j->styles->width, j->styles->height);
		if (sheet->turned)
			pdf_page_turn(j->pdf);
		print_margin_paint(j, number++, layout->num);
		paint_bands(j, sheet->body);
		for (p = sheet->body; p != NULL; p = p->next)
			paint_strip(j, p);
		paint_footnotes(j, sheet);
		pdf_page_end(j->pdf);
	}
	j->styles = j->worker->styles;
}
