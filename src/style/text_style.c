/* SPDX-License-Identifier: ISC */
#include "style/text_style.h"

struct text_style
text_style_plain(const struct style *s)
{
	return (struct text_style){ s, s->variant };
}

const struct font_chain *
text_style_chain(struct text_style t)
{
	return t.style->chains[t.variant];
}

struct text_style
text_style_bold(struct text_style t)
{
	t.variant |= STYLE_BOLD;
	return t;
}

static enum style_id
heading_style(const node *n)
{
	return (enum style_id)(STYLE_HEADING_1 +
	    dom_item(n)->heading.level - 1);
}

static enum style_id
style_of(const node *n)
{
	switch (dom_kind(n)) {
	case KIND_DOCUMENT:
		return STYLE_PARAGRAPH;
	case KIND_HEADING:
		return heading_style(n);
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
	enum style_id id = style_of(n);

	return id != STYLE_COUNT ? &s->by_id[id] : NULL;
}

struct text_style
text_style_in(const struct styles *s, struct text_style t, const node *n)
{
	const struct style *style = text_style_named(s, n);

	switch (dom_kind(n)) {
	case KIND_EMPHASIS:
		/* Emphasis in italics stands upright. */
		t.variant ^= STYLE_ITALIC;
		return t;
	case KIND_STRONG:
		return text_style_bold(t);
	case KIND_LITERAL:
		/* A face of its own, as heavy as the text around it. */
		t.style = style;
		t.variant |= style->variant;
		return t;
	default:
		return style != NULL ? text_style_plain(style) : t;
	}
}
