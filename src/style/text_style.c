/* SPDX-License-Identifier: ISC */
#include "style/text_style.h"

struct text_style
text_style_plain(const struct style *s)
{
	return (struct text_style){ s, s->variant };
}

const struct font_chain *
text_style_chain(struct text_style m)
{
	return m.style->chains[m.variant];
}

struct text_style
text_style_bold(struct text_style m)
{
	m.variant |= STYLE_BOLD;
	return m;
}

static enum style_id
heading_look(const node *n)
{
	return (enum style_id)(STYLE_HEADING_1 +
	    dom_item(n)->heading.level - 1);
}

static enum style_id
look_of(const node *n)
{
	switch (dom_kind(n)) {
	case KIND_DOCUMENT:
		return STYLE_PARAGRAPH;
	case KIND_HEADING:
		return heading_look(n);
	case KIND_NOTE:
		return STYLE_NOTE;
	case KIND_CODE:
		return STYLE_CODE;
	case KIND_CAPTION:
		return STYLE_CAPTION;
	case KIND_ROW:
		return dom_item(n)->row.header ? STYLE_HEADER_CELL :
		    STYLE_TABLE;
	case KIND_FOOTNOTE:
		return STYLE_FOOTNOTE;
	case KIND_LITERAL:
		return STYLE_LITERAL;
	default:
		return STYLE_COUNT;
	}
}

const struct style *
text_style_named(const struct styles *s, const node *n)
{
	enum style_id look = look_of(n);

	return look != STYLE_COUNT ? &s->styles[look] : NULL;
}

struct text_style
text_style_in(const struct styles *s, struct text_style m, const node *n)
{
	const struct style *style = text_style_named(s, n);

	switch (dom_kind(n)) {
	case KIND_EMPHASIS:
		/* Emphasis in italics stands upright. */
		m.variant ^= STYLE_ITALIC;
		return m;
	case KIND_STRONG:
		return text_style_bold(m);
	case KIND_LITERAL:
		/* A face of its own, as heavy as what is around it. */
		m.style = style;
		m.variant |= style->variant;
		return m;
	default:
		return style != NULL ? text_style_plain(style) : m;
	}
}
