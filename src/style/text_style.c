/* SPDX-License-Identifier: ISC */
#include "style/text_style.h"

struct pdf_manner
pdf_manner_of(const struct pdf_style *s)
{
	return (struct pdf_manner){ s, s->variant };
}

const struct pdf_chain *
pdf_manner_chain(struct pdf_manner m)
{
	return m.style->chains[m.variant];
}

struct pdf_manner
pdf_manner_bold(struct pdf_manner m)
{
	m.variant |= PDF_BOLD;
	return m;
}

static enum pdf_look
heading_look(const node *n)
{
	return (enum pdf_look)(PDF_LOOK_HEADING_1 +
	    dom_item(n)->heading.level - 1);
}

static enum pdf_look
look_of(const node *n)
{
	switch (dom_kind(n)) {
	case KIND_DOCUMENT:
		return PDF_LOOK_PARAGRAPH;
	case KIND_HEADING:
		return heading_look(n);
	case KIND_NOTE:
		return PDF_LOOK_NOTE;
	case KIND_CODE:
		return PDF_LOOK_CODE;
	case KIND_CAPTION:
		return PDF_LOOK_CAPTION;
	case KIND_ROW:
		return dom_item(n)->row.header ? PDF_LOOK_HEADER_CELL :
		    PDF_LOOK_TABLE;
	case KIND_FOOTNOTE:
		return PDF_LOOK_FOOTNOTE;
	case KIND_LITERAL:
		return PDF_LOOK_LITERAL;
	default:
		return PDF_LOOK_COUNT;
	}
}

const struct pdf_style *
pdf_manner_style(const struct pdf_sheet *s, const node *n)
{
	enum pdf_look look = look_of(n);

	return look != PDF_LOOK_COUNT ? &s->styles[look] : NULL;
}

struct pdf_manner
pdf_manner_in(const struct pdf_sheet *s, struct pdf_manner m, const node *n)
{
	const struct pdf_style *style = pdf_manner_style(s, n);

	switch (dom_kind(n)) {
	case KIND_EMPHASIS:
		/* Emphasis in italics stands upright. */
		m.variant ^= PDF_ITALIC;
		return m;
	case KIND_STRONG:
		return pdf_manner_bold(m);
	case KIND_LITERAL:
		/* A face of its own, as heavy as what is around it. */
		m.style = style;
		m.variant |= style->variant;
		return m;
	default:
		return style != NULL ? pdf_manner_of(style) : m;
	}
}
