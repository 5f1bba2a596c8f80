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
	case KIND_KEYSTROKE:
		return STYLE_KEYSTROKE;
	case KIND_PARAGRAPH:
	case KIND_LIST:
	case KIND_ENTRY:
	case KIND_QUOTE:
	case KIND_RULE:
	case KIND_FIGURE:
	case KIND_TABLE:
	case KIND_CELL:
	case KIND_DIVISION:
	case KIND_GROUP:
	case KIND_PAGE_BREAK:
	case KIND_FOOTNOTES:
	case KIND_TEXT:
	case KIND_EMPHASIS:
	case KIND_STRONG:
	case KIND_STRUCK:
	case KIND_SUBSCRIPT:
	case KIND_SUPERSCRIPT:
	case KIND_UNDERLINE:
	case KIND_SPAN:
	case KIND_LINK:
	case KIND_REFERENCE:
	case KIND_PICTURE:
	case KIND_FOOTNOTE_REF:
	case KIND_LABEL:
	case KIND_FIELD:
	case KIND_SOFT_BREAK:
	case KIND_HARD_BREAK:
		break;			/* that of the text around */
	}
	return STYLE_COUNT;
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
	switch (kind_inline(dom_kind(n))) {
	case INLINE_EMPHASIS:
		/* Emphasis inside italic text is upright. */
		t.variant ^= STYLE_ITALIC;
		break;
	case INLINE_STRONG:
		return text_style_bold(t);
	case INLINE_LITERAL:
	case INLINE_KEYSTROKE:
		/* It has its own face, bold or italic as the text around. */
		t.style = text_style_named(s, n);
		t.variant |= t.style->variant;
		break;
	case INLINE_TEXT:
	case INLINE_STRUCK:
	case INLINE_SUBSCRIPT:
	case INLINE_SUPERSCRIPT:
	case INLINE_UNDERLINE:
	case INLINE_SPAN:
	case INLINE_LINK:
	case INLINE_REFERENCE:
	case INLINE_PICTURE:
	case INLINE_FOOTNOTE_REF:
	case INLINE_LABEL:
	case INLINE_FIELD:
	case INLINE_SOFT_BREAK:
	case INLINE_HARD_BREAK:
		break;
	}
	return t;
}
