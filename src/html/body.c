/* SPDX-License-Identifier: ISC */
#include "html/body.h"

#include <assert.h>

#include "base/arena.h"
#include "html/field.h"
#include "html/html.h"
#include "html/inline.h"
#include "html/table.h"
#include "model/division.h"
#include "model/dom.h"
#include "model/form.h"

struct body {
	struct html		*h;
	const struct doc	*doc;
	bool			 page;		/* else as CommonMark */
	unsigned		 tables;	/* number so far */
	/* The last paragraph of the current footnote: the links back to the
	 * text go there. */
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

static void
put_inlines(struct body *b, const node *n)
{
	html_inline_put(b->h, b->doc, b->page, n);
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
		html_attr(b->h, "id", i->id);
}

/* --- Blocks */

/* Writes one element without attributes. */
static void
put_plain(struct body *b, const node *n, enum elem e)
{
	html_open(b->h, e);
	put_children(b, n);
	html_close(b->h, e);
}

static void
put_section_number(struct body *b, const struct item *heading)
{
	if (heading->heading.number.len == 0)
		return;
	html_open(b->h, ELEM_SPAN);
	html_attr(b->h, "class", S("section-number"));
	html_attr(b->h, "data-generated", S(""));
	html_text(b->h, heading->heading.number);
	html_close(b->h, ELEM_SPAN);
	html_text(b->h, S(" "));
}

static void
put_heading(struct body *b, const node *n)
{
	enum elem e = html_heading(dom_item(n)->heading.level);

	if (b->page && n == b->doc->title)
		return;
	html_open(b->h, e);
	put_id(b, dom_item(n));
	put_section_number(b, dom_item(n));
	put_inlines(b, n);
	html_close(b->h, e);
}

static bool
is_in_tight_list(const node *n)
{
	const node *entry = dom_parent(n);

	return dom_kind(entry) == KIND_ENTRY &&
	    dom_item(dom_parent(entry))->list.tight;
}

/* Writes the marker of a list entry as text: readers, search and copies have
 * it as they have the words. The plain form has only what CommonMark has. */
static void
put_marker(struct body *b, const node *entry)
{
	str label = dom_item(entry)->entry.label;

	if (!b->page || label.len == 0)
		return;
	html_open(b->h, ELEM_SPAN);
	html_attr(b->h, "class", S("marker"));
	html_text(b->h, label);
	html_close(b->h, ELEM_SPAN);
	html_text(b->h, S(" "));
}

static void
put_paragraph(struct body *b, const node *n)
{
	bool tight = is_in_tight_list(n);

	if (!tight) {
		html_open(b->h, ELEM_P);
		put_id(b, dom_item(n));
	} else if (dom_prev(n) != NULL)
		html_text(b->h, S("\n"));
	if (dom_kind(dom_parent(n)) == KIND_ENTRY && dom_prev(n) == NULL)
		put_marker(b, dom_parent(n));
	put_inlines(b, n);
	if (n == b->last)
		html_inline_back_links(b->h, b->doc, b->footnote);
	if (!tight)
		html_close(b->h, ELEM_P);
}

/* The class of a list says how wide its widest marker is. */
static str
marker_class(struct body *b, const node *list)
{
	static const size_t widest = 8;
	size_t width = 0, len;
	const node *n;

	for (n = dom_first(list); n != NULL; n = dom_next(n)) {
		len = str_count_runes(dom_item(n)->entry.label);
		width = len > width ? len : width;
	}
	return str_join3(b->doc->arena, dom_item(list)->list.tight ?
	    S("markers") : S("markers loose"), S(" markers-"), str_uint(
	    b->doc->arena, width < widest ? width : widest));
}

static void
put_entry(struct body *b, const node *n)
{
	const node *first = dom_first(n);

	html_open(b->h, ELEM_LI);
	put_id(b, dom_item(n));
	if (first == NULL || dom_kind(first) != KIND_PARAGRAPH)
		put_marker(b, n);
	put_children(b, n);
	html_close(b->h, ELEM_LI);
}

/* Whether boxes or buttons take the place of its bullets. */
static bool
is_box_list(const node *list)
{
	const node *entry;

	for (entry = dom_first(list); entry != NULL; entry = dom_next(entry))
		if (form_box(entry) == NULL)
			return false;
	return !dom_item(list)->list.ordered;
}

static void
put_list(struct body *b, const node *n)
{
	const struct item *i = dom_item(n);
	enum elem e = i->list.ordered ? ELEM_OL : ELEM_UL;

	html_open(b->h, e);
	if (b->page && i->list.labelled)
		html_attr(b->h, "class", marker_class(b, n));
	else if (b->page && is_box_list(n))
		html_attr(b->h, "class", S("boxes"));
	if (i->list.ordered && i->list.start != 1)
		html_attr_uint(b->h, "start", i->list.start);
	put_children(b, n);
	html_close(b->h, e);
}

static void
put_note(struct body *b, const node *n)
{
	static const str classes[] = { { "note note-note", 14 },
	    { "note note-tip", 13 }, { "note note-important", 19 },
	    { "note note-warning", 17 }, { "note note-caution", 17 } };
	enum note_type type = dom_item(n)->note.type;

	html_open(b->h, ELEM_DIV);
	html_attr(b->h, "class", classes[type]);
	html_attr(b->h, "role", S("note"));
	html_open(b->h, ELEM_P);
	html_attr(b->h, "class", S("note-title"));
	html_attr(b->h, "data-generated", S(""));
	html_text(b->h, word(b, (enum word)(WORD_NOTE + (int)type)));
	html_close(b->h, ELEM_P);
	put_children(b, n);
	html_close(b->h, ELEM_DIV);
}

/* The language is the first word of the info string after the fence. */
static void
put_code(struct body *b, const node *n)
{
	str info = dom_item(n)->code.info;

	info = str_upto(info, str_find(info, ' '));
	html_open(b->h, ELEM_PRE);
	html_attr(b->h, "tabindex", S("0"));
	html_open(b->h, ELEM_CODE);
	if (info.len != 0)
		html_attr(b->h, "class", str_join(b->doc->arena,
		    S("language-"), info));
	put_inlines(b, n);
	html_close(b->h, ELEM_CODE);
	html_close(b->h, ELEM_PRE);
}

static void
put_rule(struct body *b)
{
	html_open(b->h, ELEM_HR);
	html_close(b->h, ELEM_HR);
}

static void
put_figcaption(struct body *b, const node *n)
{
	html_open(b->h, ELEM_FIGCAPTION);
	html_inline_label(b->h, b->doc, WORD_FIGURE, dom_item(n)->number);
	if (dom_first(n) != NULL) {
		html_text(b->h, S(" "));
		put_inlines(b, dom_first(n));
	}
	html_close(b->h, ELEM_FIGCAPTION);
}

static void
put_figure(struct body *b, const node *n)
{
	const struct item *i = dom_item(n);

	html_open(b->h, ELEM_FIGURE);
	put_id(b, i);
	html_open(b->h, ELEM_IMG);
	if (html_inline_has_width(i))
		html_attr(b->h, "class", S("wide"));
	html_attr_url(b->h, "src", i->picture.src);
	html_attr(b->h, "alt", i->picture.alt);
	html_inline_size(b->h, i);
	html_close(b->h, ELEM_IMG);
	if (i->number != 0)
		put_figcaption(b, n);
	html_close(b->h, ELEM_FIGURE);
}

/* CommonMark has no figures: writes a picture in a paragraph. */
static void
put_plain_figure(struct body *b, const node *n)
{
	const struct item *i = dom_item(n);
	bool tight = is_in_tight_list(n);

	if (!tight)
		html_open(b->h, ELEM_P);
	html_open(b->h, ELEM_IMG);
	html_attr_url(b->h, "src", i->picture.src);
	html_attr(b->h, "alt", i->picture.alt);
	if (i->picture.title.len != 0)
		html_attr(b->h, "title", i->picture.title);
	html_close(b->h, ELEM_IMG);
	if (!tight)
		html_close(b->h, ELEM_P);
}

static void
put_figure_or_picture(struct body *b, const node *n)
{
	if (b->page)
		put_figure(b, n);
	else
		put_plain_figure(b, n);
}

/* --- Divisions */

/* An annex without a heading shows its number above its text. */
static void
put_annex(struct body *b, const node *n)
{
	const struct item *i = dom_item(n);
	str label = division_label(b->doc, i->number);

	html_open(b->h, ELEM_SECTION);
	html_attr(b->h, "class", S("annex"));
	put_id(b, i);
	if (b->page)
		html_attr(b->h, "aria-label", label);
	if (b->page && i->id.len != 0) {
		html_open(b->h, ELEM_P);
		html_attr(b->h, "class", S("annex-label"));
		html_attr(b->h, "data-generated", S(""));
		html_text(b->h, label);
		html_close(b->h, ELEM_P);
	}
	put_children(b, n);
	html_close(b->h, ELEM_SECTION);
}

static void
put_division(struct body *b, const node *n)
{
	static const str classes[] = { { "right", 5 }, { "center", 6 },
	    { "signature", 9 }, { "landscape", 9 },
	    { "annex", 5 }, { "office", 6 } };
	enum division_type type = dom_item(n)->division.type;

	if (type == DIVISION_ANNEX) {
		put_annex(b, n);
		return;
	}
	html_open(b->h, ELEM_DIV);
	html_attr(b->h, "class", classes[type]);
	put_children(b, n);
	html_close(b->h, ELEM_DIV);
}

/* The legend is what the fields of the group answer. */
static void
put_group(struct body *b, const node *n)
{
	if (b->h->scope != NULL) {
		html_open(b->h, ELEM_P);
		put_inlines(b, dom_first(n));
		html_close(b->h, ELEM_P);
		put(b, dom_last(n));
		return;
	}
	html_open(b->h, ELEM_FIELDSET);
	html_open(b->h, ELEM_LEGEND);
	put_inlines(b, dom_first(n));
	if (form_group(n)->required) {
		html_text(b->h, S(" "));
		html_field_put_required(b->h, b->doc);
	}
	html_close(b->h, ELEM_LEGEND);
	put(b, dom_last(n));
	html_close(b->h, ELEM_FIELDSET);
}

static void
put_page_break(struct body *b)
{
	html_open(b->h, ELEM_DIV);
	html_attr(b->h, "class", S("page-break"));
	html_close(b->h, ELEM_DIV);
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
	html_open(b->h, ELEM_LI);
	html_attr(b->h, "id", html_inline_footnote_id(b->doc,
	    i->number));
	put_children(b, n);
	if (b->last == NULL) {
		html_open(b->h, ELEM_P);
		html_inline_back_links(b->h, b->doc, b->footnote);
		html_close(b->h, ELEM_P);
	}
	html_close(b->h, ELEM_LI);
	b->last = NULL;
}

static void
put_footnotes(struct body *b, const node *n)
{
	html_open(b->h, ELEM_SECTION);
	html_attr(b->h, "class", S("footnotes"));
	html_attr(b->h, "role", S("doc-endnotes"));
	html_attr(b->h, "aria-label", word(b, WORD_FOOTNOTES));
	html_open(b->h, ELEM_OL);
	put_children(b, n);
	html_close(b->h, ELEM_OL);
	html_close(b->h, ELEM_SECTION);
}

/* --- Dispatch by kind */

static void
put(struct body *b, const node *n)
{
	switch (kind_block(dom_kind(n))) {
	case BLOCK_DOCUMENT:	put_children(b, n); break;
	case BLOCK_HEADING:	put_heading(b, n); break;
	case BLOCK_PARAGRAPH:	put_paragraph(b, n); break;
	case BLOCK_LIST:	put_list(b, n); break;
	case BLOCK_ENTRY:	put_entry(b, n); break;
	case BLOCK_QUOTE:	put_plain(b, n, ELEM_BLOCKQUOTE); break;
	case BLOCK_NOTE:	put_note(b, n); break;
	case BLOCK_CODE:	put_code(b, n); break;
	case BLOCK_RULE:	put_rule(b); break;
	case BLOCK_FIGURE:	put_figure_or_picture(b, n); break;
	case BLOCK_TABLE:
		html_table(b->h, b->doc, b->page, n, ++b->tables);
		break;
	case BLOCK_DIVISION:	put_division(b, n); break;
	case BLOCK_GROUP:	put_group(b, n); break;
	case BLOCK_PAGE_BREAK:	put_page_break(b); break;
	case BLOCK_FOOTNOTES:	put_footnotes(b, n); break;
	case BLOCK_FOOTNOTE:	put_footnote(b, n); break;
	case BLOCK_CAPTION:
	case BLOCK_ROW:
	case BLOCK_CELL:	assert(false && "put by its figure or table"); break;
	}
}

static void
put_body(const struct doc *doc, bool page, struct html h)
{
	struct body b = { .h = &h, .doc = doc, .page = page };

	put_children(&b, doc->root);
	html_end(&h);
}

void
html_body(const struct doc *doc, enum html_body form, struct sink *k)
{
	put_body(doc, form == HTML_BODY_PAGE, html_begin(k));
}

void
html_body_scoped(const struct doc *doc, const struct html_scope *scope,
    struct sink *k)
{
	put_body(doc, /*page*/true, html_begin_in(k, scope));
}
