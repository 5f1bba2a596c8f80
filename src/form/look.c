/* SPDX-License-Identifier: ISC */
#include "form/look.h"

#include <stdlib.h>

#include "base/arena.h"
#include "form/pdf_value.h"
#include "pdf/form_font.h"
#include "pdf/token.h"

#define FONT		"/Wingdings"	/* pdf/form.c says why */
/* Of text from the edge of its field. */
#define MARGIN		2.0		/* [pt] */
#define SMALLEST	7.0		/* [pt] */
#define STEP		0.5		/* [pt] */

struct text {
	const struct look_font *font;
	const struct look_box *box;
	double		 size;
	str		 bytes;		/* in the codes of the font, LF */
};

/* --- What the record says */

static double
number(struct arena *a, const struct json *v)
{
	return v != NULL && v->kind == JSON_OTHER ?
	    strtod(str_c(a, v->text), NULL) : 0;
}

static const struct json *
value_in(const struct foreign_pdf *pdf, const struct json *dict,
    const char *key)
{
	return foreign_pdf_value(pdf, json_get(dict, str_of(key)));
}

bool
look_font_read(struct look_font *f, const struct foreign_pdf *pdf)
{
	struct arena *a = arena_new();
	const struct json *v, *font, *facts;
	size_t code;

	v = value_in(pdf, pdf->trailer, "/Root");
	v = value_in(pdf, value_in(pdf, v, "/AcroForm"), "/DR");
	v = json_get(value_in(pdf, v, "/Font"), S(FONT));
	font = foreign_pdf_value(pdf, v);
	facts = value_in(pdf, font, "/FontDescriptor");
	*f = (struct look_font){ .object = S("") };
	if (foreign_pdf_is_reference(v) && pdf_value_number(json_get(font,
	    S("/FirstChar")), &code)) {
		f->object = v->text;
		v = value_in(pdf, font, "/Widths");
		for (v = v != NULL ? v->first : NULL; v != NULL && code < 256;
		    v = v->next)
			f->widths[code++] = number(a, v);
		f->ascent = number(a, json_get(facts, S("/Ascent")));
		f->descent = number(a, json_get(facts, S("/Descent")));
	}
	arena_free(a);
	return f->object.len != 0 && f->ascent > 0 && f->descent < 0;
}

bool
look_box_read(struct look_box *box, struct arena *a, const struct entry *e)
{
	const struct json *v = json_get(e->field, S("/Rect"));
	str said = pdf_value_text(a, json_get(e->field, S("/DA")));
	double edges[4] = { 0 };
	size_t i;

	*box = (struct look_box){ .size = 0 };
	if (v == NULL || !str_starts(said, S(FONT " ")))
		return false;
	v = v->first;
	for (i = 0; i < 4 && v != NULL; i++, v = v->next)
		edges[i] = number(a, v);
	box->width = edges[2] - edges[0];
	box->height = edges[3] - edges[1];
	box->size = strtod(str_c(a, str_from(said, sizeof(FONT))), NULL);
	return box->size > 0 && box->width > 0 && box->height > 0;
}

/* --- Letters */

bool
look_has_letters(str value, str *letter)
{
	uint32_t c;
	size_t len;

	for (; value.len != 0; value = str_from(value, len)) {
		c = str_rune(value, &len);
		*letter = str_upto(value, len);
		if (c != '\n' && pdf_form_font_code(c) == 0)
			return false;
	}
	return true;
}

static str
encode(struct arena *a, str value)
{
	char *to = arena_bytes(a, value.len + 1);
	size_t len, n = 0;
	uint32_t c;

	for (; value.len != 0; value = str_from(value, len)) {
		c = str_rune(value, &len);
		to[n++] = c == '\n' ? '\n' : (char)pdf_form_font_code(c);
	}
	return (str){ to, n };
}

static double
width_of(const struct text *t, str s)
{
	double width = 0;
	size_t i;

	for (i = 0; i < s.len; i++)
		width += t->font->widths[(unsigned char)s.p[i]];
	return width * t->size / 1000;
}

static double
line_height(const struct text *t)
{
	return (t->font->ascent - t->font->descent) * t->size / 1000;
}

/* --- Lines */

/* Takes what fits into a line from *rest: up to a line end or a space, or, of a
 * word that is too long, a part. */
static str
take_line(const struct text *t, str *rest)
{
	double room = t->box->width - 2 * MARGIN, width = 0;
	str s = *rest, line;
	size_t i, space = 0;

	for (i = 0; i < s.len && s.p[i] != '\n'; i++) {
		width += width_of(t, (str){ s.p + i, 1 });
		if (s.p[i] == ' ')
			space = i;
		else if (width > room && i != 0)
			break;
	}
	if (i == s.len || s.p[i] == '\n') {
		*rest = str_from(s, i + 1);
		return str_upto(s, i);
	}
	line = str_upto(s, space != 0 ? space : i);
	*rest = str_from(s, space != 0 ? space + 1 : i);
	return line;
}

static void
put_show(struct sink *k, double right, double up, str bytes)
{
	pdf_token_real(k, right);
	pdf_token_real(k, up);
	sink_puts(k, " Td");
	pdf_token_hex(k, bytes);
	sink_puts(k, " Tj");
}

static void
put_lines(struct sink *k, const struct text *t)
{
	double up = t->box->height - MARGIN - t->font->ascent * t->size / 1000;
	double right = MARGIN;
	str rest = t->bytes, line;

	while (rest.len != 0) {
		line = take_line(t, &rest);
		put_show(k, right, up, line);
		right = 0;
		up = -line_height(t);
	}
}

static bool
lines_fit(const struct text *t)
{
	str rest = t->bytes;
	size_t num = 0;

	for (; rest.len != 0; num++)
		take_line(t, &rest);
	return (double)num * line_height(t) <= t->box->height - 2 * MARGIN;
}

/* --- One line */

static double
baseline(const struct text *t)
{
	return (t->box->height - line_height(t)) / 2 -
	    t->font->descent * t->size / 1000;
}

static void
put_comb(struct sink *k, const struct text *t, size_t places)
{
	double place = t->box->width / (double)places, at = 0, right;
	size_t i;
	str letter;

	for (i = 0; i < t->bytes.len; i++) {
		letter = (str){ t->bytes.p + i, 1 };
		right = (double)i * place + (place - width_of(t, letter)) / 2;
		put_show(k, right - at, i == 0 ? baseline(t) : 0, letter);
		at = right;
	}
}

static bool
is_comb(const struct entry *e)
{
	return (e->flags & ENTRY_COMB) != 0 && e->length != 0;
}

static bool
fits(const struct text *t, const struct entry *e)
{
	if ((e->flags & ENTRY_LINES) != 0 && e->kind == ENTRY_TEXT)
		return lines_fit(t);
	if (is_comb(e))
		return t->bytes.len <= e->length;
	return width_of(t, t->bytes) <= t->box->width - 2 * MARGIN;
}

static void
put_text(struct sink *k, const struct text *t, const struct entry *e)
{
	sink_puts(k, "/Tx BMC q 0 0");
	pdf_token_real(k, t->box->width);
	pdf_token_real(k, t->box->height);
	sink_puts(k, " re W n BT " FONT);
	pdf_token_real(k, t->size);
	sink_puts(k, " Tf 0 g");
	if ((e->flags & ENTRY_LINES) != 0 && e->kind == ENTRY_TEXT)
		put_lines(k, t);
	else if (is_comb(e))
		put_comb(k, t, e->length);
	else
		put_show(k, MARGIN, baseline(t), t->bytes);
	sink_puts(k, " ET Q EMC");
}

bool
look_write(struct sink *k, const struct look_font *font,
    const struct look_box *box, const struct entry *e, str value)
{
	struct arena *a = arena_new();
	struct text t = { .font = font, .box = box, .size = box->size,
	    .bytes = encode(a, value) };
	bool fit = fits(&t, e);

	while (!fit && t.size - STEP >= SMALLEST) {
		t.size -= STEP;
		fit = fits(&t, e);
	}
	if (fit && k != NULL)
		put_text(k, &t, e);
	arena_free(a);
	return fit;
}
