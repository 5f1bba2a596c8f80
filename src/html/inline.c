/* SPDX-License-Identifier: ISC */
#include "html/inline.h"

#include <math.h>

#include "base/arena.h"
#include "html/field.h"
#include "html/html.h"
#include "html/relative_url.h"
#include "model/dom.h"
#include "model/linked_file.h"
#include "model/picture.h"

/* The width of the text on a page, as matbu.css has it [CSS pixel]. */
#define COLUMN	656.
/* By CSS [CSS pixel]. */
enum { CSS_INCH = 96 };

/* The destination of the inlines, and their form. */
struct line {
	struct html		*h;
	const struct doc	*doc;
	bool			 page;		/* else as CommonMark */
};

static void	put_children(const struct line *, const node *);

static str
word(const struct line *l, enum word w)
{
	return lang_word(l->doc->lang, w);
}

/* --- Texts and pictures */

static bool
is_picture(const node *n)
{
	return n != NULL && dom_kind(n) == KIND_PICTURE;
}

static bool
begins_with(const node *n, char c)
{
	return n != NULL && dom_kind(n) == KIND_TEXT &&
	    dom_text(n).p[0] == c;
}

static bool
ends_with(const node *n, char c)
{
	str s;

	if (n == NULL || dom_kind(n) != KIND_TEXT)
		return false;
	s = dom_text(n);
	return s.p[s.len - 1] == c;
}

/* Returns whether a picture is in parentheses: no line may break between the
 * picture and a parenthesis. */
static bool
is_bracketed(const struct line *l, const node *picture)
{
	return l->page && is_picture(picture) &&
	    ends_with(dom_prev(picture), '(') &&
	    begins_with(dom_next(picture), ')');
}

static void
put_text(const struct line *l, const node *n)
{
	str s = dom_text(n);

	if (is_bracketed(l, dom_prev(n)))
		s = str_from(s, 1);
	if (is_bracketed(l, dom_next(n)))
		s.len--;
	html_text(l->h, s);
}

void
html_inline_size(struct html *h, const struct item *i)
{
	double wanted = picture_wanted(i, COLUMN, CSS_INCH);

	if (i->picture.width == 0)
		return;
	if (!(wanted > 0)) {
		html_attr_uint(h, "width", i->picture.width);
		html_attr_uint(h, "height", i->picture.height);
		return;
	}
	html_attr_uint(h, "width", (unsigned)fmax(1, wanted));
	html_attr_uint(h, "height", (unsigned)fmax(1, wanted *
	    i->picture.height / i->picture.width));
}

static void
put_picture(const struct line *l, const node *n)
{
	const struct item *i = dom_item(n);
	bool bracketed = is_bracketed(l, n);

	if (bracketed) {
		html_open(l->h, ELEM_SPAN);
		html_attr(l->h, "class", S("nb"));
		html_text(l->h, S("("));
	}
	html_open(l->h, ELEM_IMG);
	if (l->page)
		html_attr(l->h, "class", html_inline_has_width(i) ?
		    S("inline wide") : S("inline"));
	html_attr_url(l->h, "src", i->picture.src);
	html_attr(l->h, "alt", i->picture.alt);
	if (i->picture.title.len != 0)
		html_attr(l->h, "title", i->picture.title);
	html_inline_size(l->h, i);
	html_close(l->h, ELEM_IMG);
	if (bracketed) {
		html_text(l->h, S(")"));
		html_close(l->h, ELEM_SPAN);
	}
}

bool
html_inline_has_width(const struct item *picture)
{
	return picture->picture.wanted > 0;
}

/* --- Footnote markers */

/* The id of a footnote, or of a marker that refers to it. */
static str
marker_id(const struct doc *doc, const char *prefix, unsigned number,
    unsigned use)
{
	str id = str_join(doc->arena, str_of(prefix),
	    str_uint(doc->arena, number));

	return use <= 1 ? id : str_join3(doc->arena, id, S("-"),
	    str_uint(doc->arena, use));
}

str
html_inline_footnote_id(const struct doc *doc, unsigned number)
{
	return marker_id(doc, "m_fn-", number, 1);
}

void
html_inline_back_links(struct html *h, const struct doc *doc,
    const struct item *footnote)
{
	unsigned use;

	for (use = 1; use <= footnote->footnote.uses; use++) {
		html_text(h, S(" "));
		html_open(h, ELEM_A);
		html_attr(h, "href", str_join(doc->arena, S("#"),
		    marker_id(doc, "m_fnref-", footnote->number, use)));
		html_attr(h, "role", S("doc-backlink"));
		html_attr(h, "aria-label", lang_word(doc->lang, WORD_BACK));
		html_attr(h, "data-generated", S(""));
		html_text(h, S("↩"));
		html_close(h, ELEM_A);
	}
}

static void
put_footnote_ref(const struct line *l, const node *n)
{
	const struct item *i = dom_item(n);
	str number = str_uint(l->doc->arena, i->number);

	html_open(l->h, ELEM_SUP);
	html_attr(l->h, "class", S("footref"));
	html_attr(l->h, "data-generated", S(""));
	html_open(l->h, ELEM_A);
	html_attr(l->h, "id", marker_id(l->doc, "m_fnref-", i->number,
	    i->footnote_ref.use));
	html_attr(l->h, "href", str_join(l->doc->arena, S("#"),
	    html_inline_footnote_id(l->doc, i->number)));
	html_attr(l->h, "role", S("doc-noteref"));
	html_attr(l->h, "aria-label", str_join3(l->doc->arena,
	    word(l, WORD_FOOTNOTE), S(" "), number));
	html_text(l->h, number);
	html_close(l->h, ELEM_A);
	html_close(l->h, ELEM_SUP);
}

/* --- The other inlines */

/* Writes one element without attributes. */
static void
put_plain(const struct line *l, const node *n, enum elem e)
{
	html_open(l->h, e);
	put_children(l, n);
	html_close(l->h, e);
}

static void
put_span(const struct line *l, const node *n)
{
	html_open(l->h, ELEM_SPAN);
	html_attr(l->h, "lang", dom_item(n)->span.lang);
	put_children(l, n);
	html_close(l->h, ELEM_SPAN);
}

/* Whether the text of a reference stays in one line: “Şekil-1”, “3/1-ç”. */
static bool
is_short(const struct line *l, const node *n)
{
	const struct item *target = dom_item(n)->reference.target;
	str words;

	if (dom_item(n)->number != 0)
		return true;
	if (target == NULL || target->kind != KIND_ENTRY)
		return false;
	words = dom_words(l->doc->arena, n);
	return words.len < 16 && str_find(words, ' ') == words.len;
}

static void
put_reference(const struct line *l, const node *n)
{
	const struct item *i = dom_item(n);

	html_open(l->h, ELEM_A);
	if (l->page)
		html_attr(l->h, "class", is_short(l, n) ? S("ref nb") :
		    S("ref"));
	html_attr_url(l->h, "href", str_join(l->doc->arena, S("#"), i->id));
	put_children(l, n);
	html_close(l->h, ELEM_A);
}

/* Returns whether a printed page must show the address after the link: only
 * where the text of the link is not the address itself. */
static bool
is_external(const struct line *l, const node *n)
{
	const struct item *i = dom_item(n);

	return l->page && i->link.target == TARGET_OUTSIDE &&
	    str_starts(i->link.href, S("http")) &&
	    !str_ends(i->link.href, dom_words(l->doc->arena, n));
}

static void
put_facts(const struct line *l, const struct item *link)
{
	html_open(l->h, ELEM_SPAN);
	html_attr(l->h, "class", S("file-facts"));
	html_attr(l->h, "data-generated", S(""));
	html_text(l->h, str_join3(l->doc->arena, S(" ("), linked_file_facts(
	    l->doc->arena, link), S(")")));
	html_close(l->h, ELEM_SPAN);
}

static void
put_link(const struct line *l, const node *n)
{
	const struct item *i = dom_item(n);

	if (l->page && i->link.target == TARGET_NONE) {
		put_children(l, n);
		return;
	}
	html_open(l->h, ELEM_A);
	if (is_external(l, n))
		html_attr(l->h, "class", S("external"));
	html_attr_url(l->h, "href", html_relative_url_of_link(l->doc, i));
	if (i->link.title.len != 0)
		html_attr(l->h, "title", i->link.title);
	put_children(l, n);
	html_close(l->h, ELEM_A);
	if (i->link.target == TARGET_FILE)
		put_facts(l, i);
}

static void
put_hard_break(const struct line *l)
{
	html_open(l->h, ELEM_BR);
	html_close(l->h, ELEM_BR);
	html_text(l->h, S("\n"));
}

/* No label may name a signature, or a blank of a block to paste. */
static void
put_label(const struct line *l, const node *n)
{
	const struct field *f = dom_item(n)->field.facts;

	if (f->type == FIELD_SIGNATURE || l->h->scope != NULL) {
		put_children(l, n);
		return;
	}
	html_open(l->h, ELEM_LABEL);
	html_attr(l->h, "for", html_field_id(l->doc, f));
	put_children(l, n);
	html_close(l->h, ELEM_LABEL);
}

/* --- Dispatch by kind */

static void
put(const struct line *l, const node *n)
{
	switch (kind_inline(dom_kind(n))) {
	case INLINE_TEXT:	put_text(l, n); break;
	case INLINE_EMPHASIS:	put_plain(l, n, ELEM_EM); break;
	case INLINE_STRONG:	put_plain(l, n, ELEM_STRONG); break;
	case INLINE_STRUCK:	put_plain(l, n, ELEM_S); break;
	case INLINE_SUBSCRIPT:	put_plain(l, n, ELEM_SUB); break;
	case INLINE_SUPERSCRIPT: put_plain(l, n, ELEM_SUP); break;
	case INLINE_UNDERLINE:	put_plain(l, n, ELEM_U); break;
	case INLINE_KEYSTROKE:	put_plain(l, n, ELEM_KBD); break;
	case INLINE_SPAN:	put_span(l, n); break;
	case INLINE_LITERAL:	put_plain(l, n, ELEM_CODE); break;
	case INLINE_LINK:	put_link(l, n); break;
	case INLINE_REFERENCE:	put_reference(l, n); break;
	case INLINE_PICTURE:	put_picture(l, n); break;
	case INLINE_FOOTNOTE_REF: put_footnote_ref(l, n); break;
	case INLINE_LABEL:	put_label(l, n); break;
	case INLINE_FIELD:
		html_field_put(l->h, l->doc, dom_item(n)->field.facts);
		break;
	case INLINE_SOFT_BREAK:	html_text(l->h, S("\n")); break;
	case INLINE_HARD_BREAK:	put_hard_break(l); break;
	}
}

/* --- Buttons of a line */

/* The field that the node is or labels, if that is a button of a line; else
 * NULL. */
static const struct field *
button_of(const node *n)
{
	const struct field *f = dom_kind(n) == KIND_FIELD ||
	    dom_kind(n) == KIND_LABEL ? dom_item(n)->field.facts : NULL;

	return f != NULL && f->type == FIELD_RADIO && !f->listed ? f : NULL;
}

/* The last of the node and its next siblings that belongs to the group, which
 * no other group of the line divides. */
static const node *
group_last(const node *n, const struct field *button)
{
	const struct field *f;
	const node *last = n;

	for (; n != NULL && dom_kind(n) != KIND_HARD_BREAK; n = dom_next(n)) {
		f = button_of(n);
		if (f != NULL && !str_eq(f->name, button->name))
			break;
		if (f != NULL)
			last = n;
	}
	return last;
}

/* A list of buttons has a fieldset; a line cannot hold one. Returns the last
 * node of the group. */
static const node *
put_group(const struct line *l, const node *n, const struct field *button)
{
	const node *last = group_last(n, button);

	html_open(l->h, ELEM_SPAN);
	if (l->h->scope == NULL) {
		html_attr(l->h, "role", S("radiogroup"));
		html_attr(l->h, "aria-label", button->question);
	}
	for (; n != last; n = dom_next(n))
		put(l, n);
	put(l, last);
	html_close(l->h, ELEM_SPAN);
	return last;
}

static void
put_children(const struct line *l, const node *n)
{
	const struct field *f;

	for (n = dom_first(n); n != NULL; n = dom_next(n)) {
		f = button_of(n);
		if (f != NULL && dom_kind(n) == KIND_FIELD)
			n = put_group(l, n, f);
		else
			put(l, n);
	}
}

void
html_inline_put(struct html *h, const struct doc *doc, bool page,
    const node *n)
{
	put_children(&(struct line){ h, doc, page }, n);
}

void
html_inline(const struct doc *doc, const node *n,
    const struct html_scope *scope, struct sink *k)
{
	struct html h = html_begin_in(k, scope);

	html_inline_put(&h, doc, /*page*/true, n);
	html_end(&h);
}

void
html_inline_label(struct html *h, const struct doc *doc, enum word w,
    unsigned number)
{
	html_open(h, ELEM_SPAN);
	html_attr(h, "class", S("label"));
	html_attr(h, "data-generated", S(""));
	html_text(h, lang_word(doc->lang, w));
	html_text(h, S("-"));
	html_text(h, str_uint(doc->arena, number));
	html_text(h, S("."));
	html_close(h, ELEM_SPAN);
}
