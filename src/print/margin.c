/* SPDX-License-Identifier: ISC */
#include "print/margin.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "layout/shape.h"
#include "model/dom.h"
#include "print/qr.h"
#include "print/words.h"

/* The minimum scale at which words of a margin are still easy to read. */
#define LEGIBLE		0.85

static str
number(const struct layout_job *j)
{
	if (j->context->number.len != 0)
		return j->context->number;
	return j->doc->ident != NULL ? j->doc->ident->work : S("");
}

/* “Yürürlükteki sürüm: …” with the address of the work's page; where there is
 * none, with the unit's web page and the document's number. What is no edition
 * has another line. */
static str
in_force(const struct layout_job *j)
{
	const struct layout_context *x = j->context;
	struct arena *a = j->arena;
	enum lang lang = j->doc->lang;
	str where = x->address;

	if (x->stamp.len != 0)
		return x->foot;
	if (where.len == 0)
		where = str_join(a, x->unit.text, S(" "), lang_word(lang,
		    WORD_WEB_PAGE), S(", "), lang_word(lang, WORD_NUMBER),
		    S(" "), number(j));
	return str_join(a, lang_word(lang, WORD_IN_FORCE), S(": "), where);
}

static struct sourced
own(str text)
{
	return (struct sourced){ .text = text };
}

static str
title(const struct layout_job *j)
{
	return j->doc->title != NULL ? dom_words(j->arena, j->doc->title) :
	    S("");
}

static str
ident_value(const struct layout_job *j, enum style_slot slot)
{
	const struct ident *id = j->doc->ident;

	if (id == NULL)
		return slot == STYLE_SLOT_STAMP ? j->context->stamp : S("");
	if (slot == STYLE_SLOT_DATE)
		return date_dotted(j->arena, id->date);
	if (slot == STYLE_SLOT_REVISION)
		return str_uint(j->arena, id->revision);
	return slot == STYLE_SLOT_STAMP ? id->edition : id->work;
}

static struct sourced
slot_value(const struct layout_job *j, enum style_slot slot, unsigned sheet,
    unsigned sheets)
{
	const struct layout_context *x = j->context;
	enum lang lang = j->doc->lang;
	struct arena *a = j->arena;

	switch (slot) {
	case STYLE_SLOT_INSTITUTION:	return x->institution;
	case STYLE_SLOT_CLASS:		return x->class;
	case STYLE_SLOT_UNIT:		return x->unit;
	case STYLE_SLOT_SUBJECT:	return x->subject;
	case STYLE_SLOT_CONTACT:	return x->contact;
	case STYLE_SLOT_TITLE:		return own(title(j));
	case STYLE_SLOT_PAGE:		return own(str_uint(a, sheet));
	case STYLE_SLOT_PAGES:		return own(str_uint(a, sheets));
	case STYLE_SLOT_IN_FORCE:	return own(in_force(j));
	case STYLE_SLOT_WORD_SHEET:	return own(lang_word(lang, WORD_SHEET));
	case STYLE_SLOT_DRAFT:
		return own(x->draft ? lang_word(lang, WORD_DRAFT) : S(""));
	case STYLE_SLOT_STAMP:
	case STYLE_SLOT_IDENTIFIER:
	case STYLE_SLOT_DATE:
	case STYLE_SLOT_REVISION:
		return own(ident_value(j, slot));
	case STYLE_SLOT_COUNT:
		break;
	}
	return own(S(""));
}

/* The text with its slots filled in; empty where all slots are empty. */
static str
fill(const struct layout_job *j, const struct style_region_part *part,
    unsigned sheet, unsigned sheets)
{
	struct sink k = { 0 };
	bool any = false;
	str value, s;

	for (; part != NULL; part = part->next) {
		value = part->is_slot ? slot_value(j, part->slot, sheet,
		    sheets).text : part->text;
		any = any || (part->is_slot && value.len != 0);
		sink_put(&k, value);
	}
	s = any ? str_copy(j->arena, str_trim(sink_str(&k))) : S("");
	sink_free(&k);
	return s;
}

static double
line_height(const struct layout_job *j, const struct style_region_line *line)
{
	const struct style *styles = j->styles->by_id;
	double h = 0;

	if (line->start != NULL)
		h = styles[line->start_style].leading;
	if (line->end != NULL)
		h = fmax(h, styles[line->end_style].leading);
	return h;
}

static double
lines_height(const struct layout_job *j, const struct style_region *r)
{
	const struct style_region_line *line;
	double h = 0;

	for (line = r->lines; line != NULL; line = line->next)
		h += line_height(j, line);
	return h;
}

static double
natural_width(const struct layout_job *j, enum style_id id, str words)
{
	const struct style *s = &j->styles->by_id[id];
	struct shape_source source = shape_source(shape_own(), S(""));

	return shape_word(j, s->chains[s->variant], words, &source)->width *
	    s->size;
}

/* The scale at which words of the natural width are not wider than width. */
static double
scale_of(double natural, double width)
{
	return natural > width ? width / natural : 1;
}

static void
put_words(struct layout_job *j, enum style_id id, str words, double scale,
    double x, double y, enum style_align align)
{
	struct style style = j->styles->by_id[id];

	style.size *= scale;
	print_words(j, &style, words, x, y, align);
}

/* A line of a region, filled in for a sheet. */
struct filled {
	str	start, end;
	size_t	split;			/* [byte] of start; 0: one line */
	double	start_scale, end_scale;
};

/* A region, filled in for a sheet and laid out in a width [pt]. */
struct laid {
	struct filled	*lines;		/* as many as the region has */
	double		 width;
	double		 height;
};

/* Sets the scale of the line's start. Where that would be too small to read,
 * splits the start into two lines, of widths as similar as its parts allow. */
static void
fit_start(const struct layout_job *j, enum style_id id, struct filled *f,
    double width)
{
	double whole = natural_width(j, id, f->start), minimum = whole, w;
	size_t i;

	for (i = 1; whole * LEGIBLE > width && i < f->start.len; i++) {
		if (strchr("/-_ ", f->start.p[i - 1]) == NULL)
			continue;
		w = natural_width(j, id, str_upto(f->start, i));
		if (fmax(w, whole - w) < minimum) {
			minimum = fmax(w, whole - w);
			f->split = i;
		}
	}
	f->start_scale = scale_of(minimum, width);
}

/* Shapes a text alone, so that a fault has the place of that text. */
static void
check_text(const struct layout_job *j, enum style_id id, str text,
    struct place place)
{
	const struct style *s = &j->styles->by_id[id];
	struct shape_source source = shape_source(place, text);

	shape_word(j, s->chains[s->variant], text, &source);
}

static void
check_title(const struct layout_job *j, enum style_id id)
{
	const node *n;

	for (n = j->doc->title; n != NULL; n = dom_walk(j->doc->title, n))
		if (dom_kind(n) == KIND_TEXT)
			check_text(j, id, dom_text(n), shape_place(j,
			    dom_item(n)->pos));
}

/* The parts of a line come from several files: shapes each one alone. The
 * line as a whole has no place. */
static void
check_parts(const struct layout_job *j, enum style_id id,
    const struct style_region_part *part)
{
	const struct place sheet = { j->styles->path, part->pos };
	const struct sourced *unit = &j->context->unit;
	struct sourced value;

	for (; part != NULL; part = part->next) {
		value = part->is_slot ? slot_value(j, part->slot, 1, 1) :
		    (struct sourced){ part->text, sheet };
		if (part->is_slot && part->slot == STYLE_SLOT_TITLE)
			check_title(j, id);
		else if (part->is_slot && part->slot == STYLE_SLOT_IN_FORCE)
			check_text(j, id, unit->text, unit->place);
		else
			check_text(j, id, value.text, value.place);
	}
}

/* The first sheet has the letterhead, the others the header. Apart from numbers
 * a margin is the same on all sheets of its sort, so only the first two are
 * searched for faults. */
static void
check_line(const struct layout_job *j, const struct style_region_line *line,
    const struct filled *f, unsigned sheet)
{
	if (f->start.len != 0 && sheet <= 2)
		check_parts(j, line->start_style, line->start);
	if (f->end.len != 0 && sheet <= 2)
		check_parts(j, line->end_style, line->end);
}

static struct filled
fill_line(const struct layout_job *j, const struct style_region_line *line,
    double width, unsigned sheet, unsigned sheets)
{
	struct filled f = { .start = fill(j, line->start, sheet, sheets),
		.end = fill(j, line->end, sheet, sheets) };

	check_line(j, line, &f, sheet);
	if (f.start.len != 0)
		fit_start(j, line->start_style, &f, f.end.len != 0 ?
		    width * 0.8 : width);
	if (f.end.len != 0)
		f.end_scale = scale_of(natural_width(j, line->end_style, f.end),
		    width * 0.4);
	return f;
}

static struct laid
lay(const struct layout_job *j, const struct style_region *r, double width,
    unsigned sheet, unsigned sheets)
{
	const struct style_region_line *line;
	struct laid l = { .width = width };
	size_t num = 0;

	for (line = r->lines; line != NULL; line = line->next)
		num++;
	l.lines = arena_array(j->arena, struct filled, num);
	for (line = r->lines, num = 0; line != NULL; line = line->next, num++) {
		l.lines[num] = fill_line(j, line, width, sheet, sheets);
		l.height += line_height(j, line) *
		    (l.lines[num].split != 0 ? 2 : 1);
	}
	return l;
}

/* Returns the height of the line. */
static double
paint_line(struct layout_job *j, const struct style_region_line *line,
    const struct filled *f, double x, double y, double width)
{
	double h = line_height(j, line), base = y + h * 0.75;

	if (f->start.len != 0)
		put_words(j, line->start_style, f->split != 0 ? str_upto(
		    f->start, f->split) : f->start, f->start_scale, x, base,
		    STYLE_ALIGN_START);
	if (f->end.len != 0)
		put_words(j, line->end_style, f->end, f->end_scale, x + width,
		    base, STYLE_ALIGN_END);
	if (f->split == 0)
		return h;
	put_words(j, line->start_style, str_from(f->start, f->split),
	    f->start_scale, x, base + h, STYLE_ALIGN_START);
	return 2 * h;
}

static void
paint_lines(struct layout_job *j, const struct style_region *r,
    const struct laid *l, double x, double y)
{
	const struct style_region_line *line;
	const struct filled *f = l->lines;

	for (line = r->lines; line != NULL; line = line->next)
		y += paint_line(j, line, f++, x, y, l->width);
}

static void
paint_rule(struct layout_job *j, const struct style_region *r, double y)
{
	if (r->border > 0)
		pdf_page_fill(j->pdf, j->styles->left, y,
		    style_measure(j->styles), r->border, r->border_colour);
}

/* The logo and its width on the sheet [pt], or NULL where there is none. */
static const struct pdf_image *
logo(const struct layout_job *j, double *width)
{
	enum image_fault fault;
	const struct pdf_image *image = j->context->logo == NULL ? NULL :
	    pdf_image_get(j->pdf->images, j->context->logo, &fault);

	if (image != NULL)
		*width = j->styles->letterhead.picture * image->width /
		    image->height;
	return image;
}

/* Lays out the letterhead beside the logo; *beside is the width of the logo
 * with the room after it. */
static struct laid
lay_letterhead(const struct layout_job *j, const struct pdf_image **image,
    double *beside, unsigned sheets)
{
	const struct style_region *r = &j->styles->letterhead;
	double w = 0;

	*image = logo(j, &w);
	*beside = *image != NULL ? w + 3 * r->padding : 0;
	return lay(j, r, style_measure(j->styles) - *beside, 1, sheets);
}

/* The height without padding and rule. */
static double
letterhead_height(const struct layout_job *j, const struct laid *l)
{
	return j->context->logo != NULL ? fmax(l->height,
	    j->styles->letterhead.picture) : l->height;
}

double
print_margin_letterhead(const struct layout_job *j)
{
	const struct style_region *r = &j->styles->letterhead;
	const struct pdf_image *image;
	struct laid l;
	double beside;

	if (r->lines == NULL)
		return j->styles->top;
	l = lay_letterhead(j, &image, &beside, 1);
	return fmax(j->styles->top, r->edge + letterhead_height(j, &l) +
	    r->padding + r->border + r->space);
}

static void
paint_letterhead(struct layout_job *j, unsigned sheets)
{
	const struct style_region *r = &j->styles->letterhead;
	const struct pdf_image *image;
	double beside, x = j->styles->left;
	struct laid l = lay_letterhead(j, &image, &beside, sheets);
	double h = letterhead_height(j, &l);

	if (image != NULL)
		pdf_page_image(j->pdf, image, x, r->edge +
		    (h - r->picture) / 2, beside - 3 * r->padding, r->picture);
	paint_lines(j, r, &l, x + beside, r->edge + (h - l.height) / 2);
	paint_rule(j, r, r->edge + h + r->padding);
}

/* The rule has the same position on every sheet, so the lines of a split start
 * are placed above it upwards. */
static void
paint_header(struct layout_job *j, unsigned sheet, unsigned sheets)
{
	const struct style_region *r = &j->styles->header;
	struct laid l = lay(j, r, style_measure(j->styles), sheet, sheets);
	double bottom = r->edge + lines_height(j, r);

	paint_lines(j, r, &l, j->styles->left, bottom - l.height);
	paint_rule(j, r, bottom + r->padding);
}

/* From the edge upwards; the QR code of the work's address at the right. */
static void
paint_footer(struct layout_job *j, unsigned sheet, unsigned sheets)
{
	const struct style_region *r = &j->styles->footer;
	double width = style_measure(j->styles), x = j->styles->left, top;
	bool code = j->context->address.len != 0 && r->picture > 0;
	struct laid l = lay(j, r, code ? width - r->picture - r->padding :
	    width, sheet, sheets);

	top = j->styles->height - r->edge - fmax(r->picture, l.height +
	    r->padding);
	paint_rule(j, r, top - r->border);
	if (code)
		print_qr_paint(j->pdf, j->context->address, x + width -
		    r->picture, top + 1, r->picture, 0x000000);
	paint_lines(j, r, &l, x, top + r->padding);
}

void
print_margin_paint(struct layout_job *j, unsigned sheet, unsigned sheets)
{
	pdf_page_artifact(j->pdf, PDF_ARTIFACT_HEADER);
	if (sheet == 1)
		paint_letterhead(j, sheets);
	else
		paint_header(j, sheet, sheets);
	pdf_page_artifact(j->pdf, PDF_ARTIFACT_FOOTER);
	paint_footer(j, sheet, sheets);
}

void
print_margin_check(const struct layout_job *j, unsigned sheet,
    unsigned sheets)
{
	const struct pdf_image *image;
	double beside, width = style_measure(j->styles);

	if (sheet == 1)
		lay_letterhead(j, &image, &beside, sheets);
	else
		lay(j, &j->styles->header, width, sheet, sheets);
	lay(j, &j->styles->footer, width, sheet, sheets);
}
