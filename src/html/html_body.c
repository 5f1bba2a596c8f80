/* SPDX-License-Identifier: ISC */
#include "html_body.h"

#include "../base/arena.h"
#include "../model/dom.h"
#include "html_element.h"
#include "html_way.h"

struct body {
	struct html		 h;
	const struct doc	*doc;
	bool			 page;		/* else a fragment */
	unsigned		 tables;	/* met so far */
	/* The last paragraph of the footnote that is set: its links back go
	 * there. */
	const node		*last;
	const struct item	*footnote;
};

static void	put(struct body *, const node *);

static void
put_children(struct body *b, const node *n)
{
	for (n = dom_first(n); n != NULL; n = dom_next(n))
		put(b, n);
}

static str
word(const struct body *b, enum word w)
{
	return lang_word(b->doc->lang, w);
}

static void
put_id(struct body *b, const struct item *i)
{
	if (b->page && i->id.len != 0)
		html_attr(&b->h, "id", i->id);
}

/* “Şekil-1.”, marked as the tool's own words. A fragment has no numbers. */
static void
put_label(struct body *b, enum word w, unsigned number)
{
	if (!b->page)
		return;
	html_open(&b->h, ELEM_SPAN);
	html_attr(&b->h, "class", S("label"));
	html_attr(&b->h, "data-generated", S(""));
	html_text(&b->h, word(b, w));
	html_text(&b->h, S("-"));
	html_text(&b->h, str_uint(b->doc->arena, number));
	html_text(&b->h, S("."));
	html_close(&b->h, ELEM_SPAN);
}

/* --- Blocks */

static void
put_heading(struct body *b, const node *n)
{
	enum elem e = html_heading(dom_item(n)->heading.level);

	if (b->page && n == b->doc->title)
		return;
	html_open(&b->h, e);
	put_id(b, dom_item(n));
	put_children(b, n);
	html_close(&b->h, e);
}

static bool
is_in_tight_list(const node *n)
{
	const node *entry = dom_parent(n);

	return dom_kind(entry) == KIND_ENTRY &&
	    dom_item(dom_parent(entry))->list.tight;
}

static str
mark_id(const struct body *b, const char *what, unsigned number, unsigned use)
{
	str id = str_join(b->doc->arena, str_of(what),
	    str_uint(b->doc->arena, number));

	return use <= 1 ? id : str_join3(b->doc->arena, id, S("-"),
	    str_uint(b->doc->arena, use));
}

/* The links from a footnote back to where it is mentioned. */
static void
put_back_links(struct body *b)
{
	unsigned use;

	for (use = 1; use <= b->footnote->footnote.uses; use++) {
		html_text(&b->h, S(" "));
		html_open(&b->h, ELEM_A);
		html_attr(&b->h, "href", str_join(b->doc->arena, S("#"),
		    mark_id(b, "m_fnref-", b->footnote->number, use)));
		html_attr(&b->h, "role", S("doc-backlink"));
		html_attr(&b->h, "aria-label", word(b, WORD_BACK));
		html_attr(&b->h, "data-generated", S(""));
		html_text(&b->h, S("↩"));
		html_close(&b->h, ELEM_A);
	}
}

static void
put_paragraph(struct body *b, const node *n)
{
	bool tight = is_in_tight_list(n);

	if (!tight)
		html_open(&b->h, ELEM_P);
	else if (dom_prev(n) != NULL)
		html_text(&b->h, S("\n"));
	put_children(b, n);
	if (n == b->last)
		put_back_links(b);
	if (!tight)
		html_close(&b->h, ELEM_P);
}

static void
put_list(struct body *b, const node *n)
{
	const struct item *i = dom_item(n);
	enum elem e = i->list.ordered ? ELEM_OL : ELEM_UL;

	html_open(&b->h, e);
	if (i->list.ordered && i->list.start != 1)
		html_attr_uint(&b->h, "start", i->list.start);
	put_children(b, n);
	html_close(&b->h, e);
}

static void
put_entry(struct body *b, const node *n)
{
	html_open(&b->h, ELEM_LI);
	put_children(b, n);
	html_close(&b->h, ELEM_LI);
}

static void
put_quote(struct body *b, const node *n)
{
	html_open(&b->h, ELEM_BLOCKQUOTE);
	put_children(b, n);
	html_close(&b->h, ELEM_BLOCKQUOTE);
}

static void
put_note(struct body *b, const node *n)
{
	static const str classes[] = { { "note note-note", 14 },
	    { "note note-tip", 13 }, { "note note-important", 19 },
	    { "note note-warning", 17 }, { "note note-caution", 17 } };
	enum note type = dom_item(n)->note.type;

	html_open(&b->h, ELEM_DIV);
	html_attr(&b->h, "class", classes[type]);
	html_attr(&b->h, "role", S("note"));
	html_open(&b->h, ELEM_P);
	html_attr(&b->h, "class", S("note-title"));
	html_attr(&b->h, "data-generated", S(""));
	html_text(&b->h, word(b, (enum word)(WORD_NOTE + (int)type)));
	html_close(&b->h, ELEM_P);
	put_children(b, n);
	html_close(&b->h, ELEM_DIV);
}

/* The language is the first word of what follows the fence. */
static void
put_code(struct body *b, const node *n)
{
	str info = dom_item(n)->code.info;

	info = str_upto(info, str_find(info, ' '));
	html_open(&b->h, ELEM_PRE);
	html_attr(&b->h, "tabindex", S("0"));
	html_open(&b->h, ELEM_CODE);
	if (info.len != 0)
		html_attr(&b->h, "class", str_join(b->doc->arena,
		    S("language-"), info));
	put_children(b, n);
	html_close(&b->h, ELEM_CODE);
	html_close(&b->h, ELEM_PRE);
}

static void
put_rule(struct body *b, const node *n)
{
	(void)n;
	html_open(&b->h, ELEM_HR);
	html_close(&b->h, ELEM_HR);
}

static void
put_size(struct body *b, const struct item *i)
{
	if (i->picture.width == 0)
		return;
	html_attr_uint(&b->h, "width", i->picture.width);
	html_attr_uint(&b->h, "height", i->picture.height);
}

static void
put_figure(struct body *b, const node *n)
{
	const struct item *i = dom_item(n);

	html_open(&b->h, ELEM_FIGURE);
	put_id(b, i);
	html_open(&b->h, ELEM_IMG);
	html_attr_url(&b->h, "src", i->picture.src);
	html_attr(&b->h, "alt", i->picture.alt);
	put_size(b, i);
	html_close(&b->h, ELEM_IMG);
	html_open(&b->h, ELEM_FIGCAPTION);
	put_label(b, WORD_FIGURE, i->number);
	if (dom_first(n) != NULL) {
		html_text(&b->h, S(" "));
		put_children(b, dom_first(n));
	}
	html_close(&b->h, ELEM_FIGCAPTION);
	html_close(&b->h, ELEM_FIGURE);
}

/* CommonMark knows no figures: a picture in a paragraph. */
static void
put_plain_figure(struct body *b, const node *n)
{
	const struct item *i = dom_item(n);
	bool tight = is_in_tight_list(n);

	if (!tight)
		html_open(&b->h, ELEM_P);
	html_open(&b->h, ELEM_IMG);
	html_attr_url(&b->h, "src", i->picture.src);
	html_attr(&b->h, "alt", i->picture.alt);
	if (i->picture.title.len != 0)
		html_attr(&b->h, "title", i->picture.title);
	html_close(&b->h, ELEM_IMG);
	if (!tight)
		html_close(&b->h, ELEM_P);
}

static void
put_figure_or_picture(struct body *b, const node *n)
{
	if (b->page)
		put_figure(b, n);
	else
		put_plain_figure(b, n);
}

/* --- Tables */

static void
put_cell(struct body *b, const node *n)
{
	static const str classes[] = { { "", 0 }, { "left", 4 },
	    { "center", 6 }, { "right", 5 } };
	enum elem e = dom_item(dom_parent(n))->row.header ? ELEM_TH : ELEM_TD;
	enum align align = dom_item(n)->cell.align;

	html_open(&b->h, e);
	if (e == ELEM_TH)
		html_attr(&b->h, "scope", S("col"));
	if (align != ALIGN_NONE)
		html_attr(&b->h, "class", classes[align]);
	put_children(b, n);
	html_close(&b->h, e);
}

static void
put_row(struct body *b, const node *n)
{
	html_open(&b->h, ELEM_TR);
	put_children(b, n);
	html_close(&b->h, ELEM_TR);
}

static void
put_table_caption(struct body *b, const node *table, str id)
{
	html_open(&b->h, ELEM_CAPTION);
	html_attr(&b->h, "id", id);
	put_label(b, WORD_TABLE, dom_item(table)->number);
	html_text(&b->h, S(" "));
	put_children(b, dom_first(table));
	html_close(&b->h, ELEM_CAPTION);
}

static void
put_rows(struct body *b, const node *row)
{
	html_open(&b->h, ELEM_THEAD);
	put_row(b, row);
	html_close(&b->h, ELEM_THEAD);
	if ((row = dom_next(row)) == NULL)
		return;
	html_open(&b->h, ELEM_TBODY);
	for (; row != NULL; row = dom_next(row))
		put_row(b, row);
	html_close(&b->h, ELEM_TBODY);
}

/* In a region of its own that can be scrolled by keyboard: a wide table must
 * not widen the page. */
static void
put_table(struct body *b, const node *n)
{
	bool captioned = dom_kind(dom_first(n)) == KIND_CAPTION;
	str number = str_uint(b->doc->arena, ++b->tables);
	str id = str_join(b->doc->arena, S("m_t-"), number);

	html_open(&b->h, ELEM_DIV);
	html_attr(&b->h, "class", S("table"));
	html_attr(&b->h, "role", S("region"));
	if (captioned)
		html_attr(&b->h, "aria-labelledby", id);
	else
		html_attr(&b->h, "aria-label", str_join3(b->doc->arena,
		    word(b, WORD_TABLE), S(" "), number));
	html_attr(&b->h, "tabindex", S("0"));
	html_open(&b->h, ELEM_TABLE);
	put_id(b, dom_item(n));
	if (captioned)
		put_table_caption(b, n, id);
	put_rows(b, captioned ? dom_next(dom_first(n)) : dom_first(n));
	html_close(&b->h, ELEM_TABLE);
	html_close(&b->h, ELEM_DIV);
}

/* --- Footnotes */

static void
put_footnote(struct body *b, const node *n)
{
	const struct item *i = dom_item(n);
	const node *last = dom_last(n);

	b->footnote = i;
	b->last = last != NULL && dom_kind(last) == KIND_PARAGRAPH ? last :
	    NULL;
	html_open(&b->h, ELEM_LI);
	html_attr(&b->h, "id", mark_id(b, "m_fn-", i->number, 1));
	put_children(b, n);
	if (b->last == NULL) {
		html_open(&b->h, ELEM_P);
		put_back_links(b);
		html_close(&b->h, ELEM_P);
	}
	html_close(&b->h, ELEM_LI);
	b->last = NULL;
}

static void
put_footnotes(struct body *b, const node *n)
{
	html_open(&b->h, ELEM_SECTION);
	html_attr(&b->h, "class", S("footnotes"));
	html_attr(&b->h, "role", S("doc-endnotes"));
	html_attr(&b->h, "aria-label", word(b, WORD_FOOTNOTES));
	html_open(&b->h, ELEM_OL);
	put_children(b, n);
	html_close(&b->h, ELEM_OL);
	html_close(&b->h, ELEM_SECTION);
}

static void
put_footnote_ref(struct body *b, const node *n)
{
	const struct item *i = dom_item(n);
	str number = str_uint(b->doc->arena, i->number);

	html_open(&b->h, ELEM_SUP);
	html_attr(&b->h, "class", S("footref"));
	html_attr(&b->h, "data-generated", S(""));
	html_open(&b->h, ELEM_A);
	html_attr(&b->h, "id", mark_id(b, "m_fnref-", i->number,
	    i->footnote_ref.use));
	html_attr(&b->h, "href", str_join(b->doc->arena, S("#"),
	    mark_id(b, "m_fn-", i->number, 1)));
	html_attr(&b->h, "role", S("doc-noteref"));
	html_attr(&b->h, "aria-label", str_join3(b->doc->arena,
	    word(b, WORD_FOOTNOTE), S(" "), number));
	html_text(&b->h, number);
	html_close(&b->h, ELEM_A);
	html_close(&b->h, ELEM_SUP);
}

/* --- Inlines */

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

/* A picture in parentheses goes to the next line with both of them. */
static bool
is_bracketed(const struct body *b, const node *picture)
{
	return b->page && is_picture(picture) &&
	    ends_with(dom_prev(picture), '(') &&
	    begins_with(dom_next(picture), ')');
}

static void
put_text(struct body *b, const node *n)
{
	str s = dom_text(n);

	if (is_bracketed(b, dom_prev(n)))
		s = str_from(s, 1);
	if (is_bracketed(b, dom_next(n)))
		s.len--;
	html_text(&b->h, s);
}

static void
put_picture(struct body *b, const node *n)
{
	const struct item *i = dom_item(n);
	bool bracketed = is_bracketed(b, n);

	if (bracketed) {
		html_open(&b->h, ELEM_SPAN);
		html_attr(&b->h, "class", S("nb"));
		html_text(&b->h, S("("));
	}
	html_open(&b->h, ELEM_IMG);
	if (b->page)
		html_attr(&b->h, "class", S("inline"));
	html_attr_url(&b->h, "src", i->picture.src);
	html_attr(&b->h, "alt", i->picture.alt);
	if (i->picture.title.len != 0)
		html_attr(&b->h, "title", i->picture.title);
	put_size(b, i);
	html_close(&b->h, ELEM_IMG);
	if (bracketed) {
		html_text(&b->h, S(")"));
		html_close(&b->h, ELEM_SPAN);
	}
}

static void
put_emphasis(struct body *b, const node *n)
{
	html_open(&b->h, ELEM_EM);
	put_children(b, n);
	html_close(&b->h, ELEM_EM);
}

static void
put_strong(struct body *b, const node *n)
{
	html_open(&b->h, ELEM_STRONG);
	put_children(b, n);
	html_close(&b->h, ELEM_STRONG);
}

static void
put_literal(struct body *b, const node *n)
{
	html_open(&b->h, ELEM_CODE);
	put_children(b, n);
	html_close(&b->h, ELEM_CODE);
}

static void
put_reference(struct body *b, const node *n)
{
	const struct item *i = dom_item(n);

	html_open(&b->h, ELEM_A);
	if (b->page)
		html_attr(&b->h, "class", i->number != 0 ? S("ref nb") :
		    S("ref"));
	html_attr_url(&b->h, "href", str_join(b->doc->arena, S("#"), i->id));
	put_children(b, n);
	html_close(&b->h, ELEM_A);
}

/* Paper shows the address beside a link whose text is not the address. */
static bool
is_external(const struct body *b, const node *n)
{
	const struct item *i = dom_item(n);

	return b->page && i->link.target == TARGET_OUTSIDE &&
	    str_starts(i->link.href, S("http")) &&
	    !str_eq(dom_words(b->doc->arena, n), i->link.href);
}

static void
put_link(struct body *b, const node *n)
{
	const struct item *i = dom_item(n);

	html_open(&b->h, ELEM_A);
	if (is_external(b, n))
		html_attr(&b->h, "class", S("external"));
	html_attr_url(&b->h, "href", html_way_of_link(b->doc, i));
	if (i->link.title.len != 0)
		html_attr(&b->h, "title", i->link.title);
	put_children(b, n);
	html_close(&b->h, ELEM_A);
}

static void
put_soft_break(struct body *b, const node *n)
{
	(void)n;
	html_text(&b->h, S("\n"));
}

static void
put_hard_break(struct body *b, const node *n)
{
	(void)n;
	html_open(&b->h, ELEM_BR);
	html_close(&b->h, ELEM_BR);
	html_text(&b->h, S("\n"));
}

/* --- The table */

static void (*const rows[KIND_COUNT])(struct body *, const node *) = {
	[KIND_DOCUMENT] = put_children,
	[KIND_HEADING] = put_heading,
	[KIND_PARAGRAPH] = put_paragraph,
	[KIND_LIST] = put_list,
	[KIND_ENTRY] = put_entry,
	[KIND_QUOTE] = put_quote,
	[KIND_NOTE] = put_note,
	[KIND_CODE] = put_code,
	[KIND_RULE] = put_rule,
	[KIND_FIGURE] = put_figure_or_picture,
	[KIND_CAPTION] = put_children,
	[KIND_TABLE] = put_table,
	[KIND_ROW] = put_row,
	[KIND_CELL] = put_cell,
	[KIND_FOOTNOTES] = put_footnotes,
	[KIND_FOOTNOTE] = put_footnote,
	[KIND_TEXT] = put_text,
	[KIND_EMPHASIS] = put_emphasis,
	[KIND_STRONG] = put_strong,
	[KIND_LITERAL] = put_literal,
	[KIND_LINK] = put_link,
	[KIND_REFERENCE] = put_reference,
	[KIND_PICTURE] = put_picture,
	[KIND_FOOTNOTE_REF] = put_footnote_ref,
	[KIND_SOFT_BREAK] = put_soft_break,
	[KIND_HARD_BREAK] = put_hard_break,
};

static void
put(struct body *b, const node *n)
{
	rows[dom_kind(n)](b, n);
}

void
html_body(const struct doc *doc, enum html_body how, struct sink *k)
{
	struct body b = { .h = html_begin(k), .doc = doc,
	    .page = how == HTML_BODY_PAGE };

	put_children(&b, doc->root);
	html_end(&b.h);
}

void
html_body_inlines(const struct doc *doc, const node *n, struct sink *k)
{
	struct body b = { .h = html_begin(k), .doc = doc, .page = true };

	put_children(&b, n);
	html_end(&b.h);
}
