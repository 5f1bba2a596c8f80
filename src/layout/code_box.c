/* SPDX-License-Identifier: ISC */
#include "layout/code_box.h"

#include "layout/box.h"
#include "layout/shape.h"
#include "layout/text.h"
#include "layout/text_lines.h"
#include "style/text_style.h"

/* The sign of a line that goes on: its size, and how far it stands before the
 * text [em]. */
#define SIGN_SIZE	0.75
#define SIGN_LEFT	1.2

/* A line that is wider than the sheet goes on below; the sign says that it is
 * one line. The sign is drawn, because it is no part of the text. */
static void
put_signs(struct builder *b, struct strip *s, const struct style *style)
{
	double size = style->size * SIGN_SIZE;
	const struct frame *line;

	for (; s != NULL; s = s->next) {
		line = s->frames;
		if (line->wrapped)
			frame_sign(b->job->arena, s, FRAME_SIGN_WRAPPED,
			    line->x - style->size * SIGN_LEFT,
			    line->base - size, size, style->colour);
	}
}

static void
put_lines(struct builder *b, const struct area *area, const node *n,
    const struct style *style)
{
	struct text *t = text_make(b->job, style, pdf_tag_add(
	    pdf_tag_add(area->tag, PDF_TAG_P), PDF_TAG_CODE));
	const node *code = dom_first(n);
	str rest = code != NULL ? dom_text(code) : S(""), line;
	const struct pos *pos = dom_item(n)->code.lines;
	struct area inner = *area;
	struct text_lines set;

	inner.left += style->padding;
	inner.width -= 2 * style->padding;
	while (str_line(&rest, &line))
		text_verbatim(t, line, shape_place(b->job, *pos++));
	if (text_is_empty(t))
		return;
	set = text_lines(t, inner.width);
	put_signs(b, builder_lines(b, &inner, &set), style);
}

void
code_box_put(struct builder *b, const struct area *area, const node *n)
{
	const struct style *style = text_style_named(b->job->styles, n);
	struct area inner = *area;
	struct band *band = box_band(b, area, style, /*bar*/false);
	struct strip *first = box_begin(b, &inner, band, style);

	put_lines(b, &inner, n, style);
	box_end(b, &inner, band, first, style);
}
