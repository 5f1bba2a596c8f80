/* SPDX-License-Identifier: ISC */
#include "pdf/pen.h"

#include <assert.h>
#include <math.h>

#include "font/shaper.h"
#include "pdf/canvas.h"
#include "pdf/font.h"
#include "pdf/tag.h"
#include "pdf/token.h"

void
pdf_pen_move(struct pdf *pdf, double x, double y)
{
	struct pdf_page *p = pdf->page;

	p->x = x;
	p->y = pdf_canvas_upwards(p, y);
	p->shift = 0;
	p->moved = true;
}

static void
enter_text(struct pdf_page *p)
{
	if (p->in_text)
		return;
	pdf_token_word(&p->content, "BT");
	sink_char(&p->content, '\n');
	p->in_text = true;
	p->line_x = p->line_y = 0;
	p->moved = true;
}

static void
set_font(struct pdf_page *p, unsigned number, double size)
{
	long hundredth = pdf_canvas_hundredths(size);

	assert(hundredth > 0);
	if (p->font == (long)number && p->size == hundredth)
		return;
	pdf_canvas_end_array(p);
	p->shift = p->shift * (double)p->size / (double)hundredth;
	sink_puts(&p->content, "/F");
	sink_uint(&p->content, number);
	pdf_canvas_length(&p->content, size);
	pdf_token_word(&p->content, "Tf");
	p->font = (long)number;
	p->size = hundredth;
}

static void
set_rise(struct pdf_page *p, double rise)
{
	long hundredth = pdf_canvas_hundredths(rise);

	if (p->rise == hundredth)
		return;
	pdf_canvas_end_array(p);
	pdf_canvas_length(&p->content, rise);
	pdf_token_word(&p->content, "Ts");
	p->rise = hundredth;
}

void
pdf_pen_scale(struct pdf *pdf, double scale)
{
	pdf->page->wanted_scale = lround((scale - 1) * 10000);
}

/* The factor by which glyphs are wider. */
static double
scale_of(const struct pdf_page *p)
{
	return 1 + (double)p->wanted_scale / 10000;
}

static void
set_scale(struct pdf_page *p)
{
	if (p->scale == p->wanted_scale)
		return;
	pdf_canvas_end_array(p);
	pdf_token_fixed(&p->content, 10000 + p->wanted_scale, /*decimals*/2);
	pdf_token_word(&p->content, "Tz");
	p->scale = p->wanted_scale;
}

/* Td is relative to the last one; in hundredths, so that rounding errors do
 * not add up. */
static void
go(struct pdf_page *p)
{
	long x = pdf_canvas_hundredths(p->x), y = pdf_canvas_hundredths(p->y);

	pdf_canvas_end_array(p);
	pdf_token_fixed(&p->content, x - p->line_x, /*decimals*/2);
	pdf_token_fixed(&p->content, y - p->line_y, /*decimals*/2);
	pdf_token_word(&p->content, "Td");
	p->line_x = x;
	p->line_y = y;
	p->shift = 0;
	p->moved = false;
}

static void
enter_array(struct pdf_page *p)
{
	if (p->in_array)
		return;
	sink_char(&p->content, '[');
	p->in_array = true;
}

/* The rounding error of a shift is added to the next one. */
static void
make_shift(struct pdf_page *p)
{
	long whole = lround(p->shift);

	if (whole == 0)
		return;
	pdf_canvas_end_string(p);
	pdf_token_int(&p->content, -whole);
	p->shift -= (double)whole;
}

/* ISO 32000-1, 7.3.4.2 */
static void
put_code_byte(struct sink *k, unsigned char c)
{
	if (c == '(' || c == ')' || c == '\\')
		sink_char(k, '\\');
	if (c == '\r') {
		sink_puts(k, "\\r");
		return;
	}
	sink_char(k, (char)c);
}

/* 19005-3, 6.1.13: a string has less than 32,768 bytes. */
enum { CODES_MAX = 8000 };

static void
put_code(struct pdf_page *p, unsigned code)
{
	if (p->in_string && p->codes == CODES_MAX)
		pdf_canvas_end_string(p);
	if (!p->in_string) {
		sink_char(&p->content, '(');
		p->codes = 0;
	}
	p->in_string = true;
	p->codes++;
	put_code_byte(&p->content, (unsigned char)(code >> 8));
	put_code_byte(&p->content, (unsigned char)(code & 0xFF));
}

/* Sets the position and the text state for a glyph. */
static void
prepare(struct pdf *pdf, const struct shaped_word *w,
    const struct glyph *g, double size, unsigned colour)
{
	struct pdf_page *p = pdf->page;
	const struct face *face = w->chain->faces[g->face];

	if (p->colour != (long)colour) {
		pdf_canvas_end_array(p);
		pdf_canvas_colour(p, colour);
	}
	enter_text(p);
	set_font(p, pdf_font_number(pdf->fonts, face), size);
	set_rise(p, (double)g->dy * size);
	set_scale(p);
	if (p->moved)
		go(p);
	enter_array(p);
}

void
pdf_pen_show(struct pdf *pdf, const struct shaped_word *w, size_t from,
    size_t to, double size, unsigned colour)
{
	struct pdf_page *p;
	const struct glyph *g;

	if (from >= to)
		return;
	p = pdf_canvas_enter(pdf);
	if (p->open.content != NULL)
		pdf_tag_add_text(p->open.content, shaper_text(w, from, to));
	for (; from < to; from++) {
		g = &w->glyphs[from];
		prepare(pdf, w, g, size, colour);
		p->shift += (double)g->dx * 1000;
		make_shift(p);
		put_code(p, pdf_font_code(pdf->fonts, w, from));
		p->shift += ((double)g->advance - (double)g->natural -
		    (double)g->dx) * 1000;
		p->x += (double)g->advance * size * scale_of(p);
	}
}

/* Inside an array of TJ a shift; else a move. */
void
pdf_pen_skip(struct pdf *pdf, double width)
{
	struct pdf_page *p = pdf->page;

	p->x += width;
	if (p->in_array && !p->moved && p->size != 0)
		p->shift += width / ((double)p->size / 100) * 1000 /
		    scale_of(p);
	else
		p->moved = true;
}

