/* SPDX-License-Identifier: ISC */
#include "model/check.h"

#include "base/arena.h"
#include "base/turkish.h"
#include "model/caption.h"
#include "model/division.h"
#include "model/dom.h"
#include "model/form_check.h"
#include "model/list_form.h"
#include "model/site_path.h"
#include "model/xref.h"

/* A picture in a sentence is scaled to the text's height: a taller picture is
 * probably a figure. */
enum { INLINE_HEIGHT = 200 };		/* [pixel] */

/* Of the author's text in a message [byte]. */
enum { SHOWN_LIMIT = 60 };

/* --- Headings */

static void
check_title(struct doc *doc)
{
	struct pos start = { 1, 1 };
	const node *first = dom_first(doc->root);

	if (doc->unread)
		return;
	if (doc->title == NULL)
		doc_diag(doc, DIAG_TITLE_MISSING, start, S(""));
	else if (first != doc->title)
		doc_diag(doc, DIAG_TITLE_PLACE, dom_item(first)->pos, S(""));
}

/* The soft hyphen and characters of no width: after one an id is no longer
 * that of the words that readers see. */
static bool
is_unseen(uint32_t c)
{
	return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 ||
	    c == 0xFEFF;
}

static void
check_invisible(struct doc *doc, const node *n, str words)
{
	char *clean = arena_alloc(doc->arena, words.len + 1);
	size_t i, len, num = 0;
	uint32_t c;

	for (i = 0; i < words.len; i += len) {
		c = str_rune(str_from(words, i), &len);
		if (!is_unseen(c))
			num += str_put_rune(clean + num, c);
	}
	if (num != words.len)
		doc_diag(doc, DIAG_HEADING_INVISIBLE, dom_item(n)->pos,
		    (str){ clean, num });
}

/* Readers who go from heading to heading do not find a line in bold. */
static void
check_bold_line(struct doc *doc, const node *n)
{
	const node *strong = dom_first(n), *next = dom_next(n);
	str words;

	if (dom_parent(n) != doc->root || strong == NULL || next == NULL ||
	    dom_kind(strong) != KIND_STRONG || dom_next(strong) != NULL ||
	    dom_kind(next) != KIND_PARAGRAPH)
		return;
	words = str_trim(dom_words(doc->arena, strong));
	if (words.len != 0 && words.len <= SHOWN_LIMIT &&
	    str_find(S(".:;,!?"), words.p[words.len - 1]) == 6)
		doc_diag(doc, DIAG_HEADING_BOLD, dom_item(n)->pos, words);
}

static void
check_heading(struct doc *doc, const node *n)
{
	const struct item *i = dom_item(n);
	str words = str_trim(dom_words(doc->arena, n));

	if (!division_is_top(n))
		doc_diag(doc, DIAG_HEADING_PLACE, i->pos, S(""));
	if (words.len == 0)
		doc_diag(doc, DIAG_HEADING_EMPTY, i->pos, S(""));
	if (words.len > DOC_HEADING_LIMIT)
		doc_diag(doc, DIAG_HEADING_LONG, i->pos, S(""));
	if (i->heading.level == 1 && n != doc->title && division_is_top(n))
		doc_diag(doc, DIAG_TITLE_TWICE, i->pos, S(""));
	check_invisible(doc, n, words);
	division_check_heading(doc, n);
}

static bool
is_inside(const node *n, enum kind kind)
{
	for (; n != NULL && dom_item(n) != NULL; n = dom_parent(n)) {
		if (dom_kind(n) == kind)
			return true;
		if (dom_kind(n) == KIND_DOCUMENT)
			break;
	}
	return false;
}

/* --- Figures and pictures */

static void
check_figure(struct doc *doc, const node *n)
{
	const struct item *i = dom_item(n);
	str caption = str_trim(dom_words(doc->arena, n));

	if (i->picture.alt.len == 0)
		doc_diag(doc, DIAG_FIGURE_ALT, i->pos, S(""));
	else if (str_eq(i->picture.alt, caption))
		doc_diag(doc, DIAG_ALT_CAPTION, i->pos, S(""));
	if (!i->picture.mentioned && i->number != 0 &&
	    !is_inside(n, KIND_ENTRY))
		doc_diag(doc, DIAG_FIGURE_UNMENTIONED, i->pos,
		    str_uint(doc->arena, i->number), i->id);
}

static bool
is_line_end(const node *n)
{
	return n == NULL || dom_kind(n) == KIND_SOFT_BREAK ||
	    dom_kind(n) == KIND_HARD_BREAK;
}

/* Reports, among others, a screenshot that is inside a paragraph because a
 * blank line is missing. */
static void
check_picture(struct doc *doc, const node *n)
{
	const struct item *i = dom_item(n);
	bool own_line = is_line_end(dom_prev(n)) && is_line_end(dom_next(n)) &&
	    dom_kind(dom_parent(n)) == KIND_PARAGRAPH;
	const node *below = own_line && dom_next(n) != NULL ?
	    dom_next(dom_next(n)) : NULL;

	if (i->picture.alt.len == 0)
		doc_diag(doc, DIAG_PICTURE_ALT, i->pos, S(""));
	if (caption_report(doc, below))
		return;
	if (own_line || i->picture.title.len != 0 ||
	    i->picture.height > INLINE_HEIGHT)
		doc_diag(doc, DIAG_PICTURE_INLINE, i->pos, S(""));
}

/* --- Texts */

/* Reports “Şekil-12” that the author typed in place of a reference. */
static void
check_typed(struct doc *doc, const struct item *item, str s, enum kind kind)
{
	str word = lang_word(doc->lang, xref_word(kind));
	size_t i, len, digits, at = 0;
	struct pos pos;
	str label;

	for (i = 0; (i += str_search(str_from(s, i), word)) < s.len; i++) {
		if (!xref_typed(doc, kind, s, i, &len, &digits))
			continue;
		label = (str){ s.p + i, len };
		pos = xref_pos(item, label, &at);
		doc_diag(doc, DIAG_FIGURE_TYPED, pos, label);
	}
}

static void
check_text(struct doc *doc, const node *n)
{
	str s = dom_text(n);

	if (is_inside(n, KIND_REFERENCE) || is_inside(n, KIND_LINK) ||
	    is_inside(n, KIND_LITERAL) || is_inside(n, KIND_CODE) ||
	    is_inside(n, KIND_CAPTION) || (doc->dialect >= 2 &&
	    caption_is_typed(n)))
		return;
	check_typed(doc, dom_item(n), s, KIND_FIGURE);
	check_typed(doc, dom_item(n), s, KIND_TABLE);
	if (doc->annexes != 0 && !is_inside(n, KIND_HEADING))
		check_typed(doc, dom_item(n), s, KIND_DIVISION);
	division_check_text(doc, n);
	form_check_text(doc, n);
}

/* Reports a number that the author put before a caption. */
static void
check_caption(struct doc *doc, const node *n)
{
	enum kind kind = dom_kind(dom_parent(n));
	str s = str_trim(dom_words(doc->arena, n));
	size_t len, digits;

	if (xref_typed(doc, kind, s, 0, &len, &digits))
		doc_diag(doc, DIAG_CAPTION_NUMBER, dom_item(n)->pos,
		    str_upto(s, len));
}

/* Reports “##Başlık”, which CommonMark does not read as a heading because the
 * blank is missing. “#konu” may be intended, unless the title is missing. */
static void
check_missed_heading(struct doc *doc, const node *text)
{
	str s = dom_item(text)->text.source;
	size_t n = str_span(s, '#');

	if (n == 0 || n > 6 || n == s.len || s.p[n] == ' ' ||
	    (n == 1 && (doc->title != NULL || char_is_digit(s.p[n]))))
		return;
	doc_diag(doc, DIAG_HEADING_UNPARSED, dom_item(text)->pos,
	    str_shorten(doc->arena, dom_text(text), SHOWN_LIMIT));
}

/* A line that begins with a pipe and has another one is meant as a table. */
static bool
is_row(str s)
{
	return str_starts(s, S("|")) &&
	    str_find(str_from(s, 1), '|') != s.len - 1;
}

static void
check_paragraph(struct doc *doc, const node *n)
{
	const node *text = dom_first(n);
	str s;

	caption_report(doc, text);
	if (text == NULL || dom_kind(text) != KIND_TEXT)
		return;
	check_missed_heading(doc, text);
	s = dom_text(text);
	if (is_row(s))
		doc_diag(doc, DIAG_TABLE_UNPARSED, dom_item(n)->pos, S(""));
	if (str_starts(s, S("Tablo:")) || str_starts(s, S("Table:")))
		doc_diag(doc, DIAG_TABLE_CAPTION, dom_item(n)->pos, S(""));
}

/* --- Links */

static str
lower(struct arena *a, str s)
{
	char *to = arena_alloc(a, s.len * 2 + 1);
	size_t i, len, n = 0;

	for (i = 0; i < s.len; i += len)
		n += str_put_rune(to + n, turkish_lower(str_rune(str_from(s,
		    i), &len)));
	return (str){ to, n };
}

/* Texts that mean nothing to a reader who hears only the links of a page. */
static bool
is_meaningless(str s)
{
	static const char *const texts[] = { "tıklayınız", "tıklayın",
	    "buraya tıklayınız", "buraya tıklayın", "buraya", "burada",
	    "buradan", "burası", "bu bağlantı", "bağlantı", "link", "linki",
	    "devamı", "here", "click here", "clıck here", "lınk", "more",
	    "read more", "this link", "thıs lınk", "thıs link" };
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (str_eq(s, str_of(texts[i])))
			return true;
	return false;
}

static bool
has_picture(const node *top)
{
	const node *n;

	for (n = top; n != NULL; n = dom_walk(top, n))
		if (dom_kind(n) == KIND_PICTURE)
			return true;
	return false;
}

static void
check_link(struct doc *doc, const node *n)
{
	str words = str_trim(dom_words(doc->arena, n));

	if (words.len == 0 && !has_picture(n)) {
		if (dom_kind(n) == KIND_LINK && dom_item(n)->link.href.len != 0)
			doc_diag(doc, DIAG_LINK_EMPTY, dom_item(n)->pos, S(""));
	} else if (is_meaningless(lower(doc->arena, words)))
		doc_diag(doc, DIAG_LINK_TEXT, dom_item(n)->pos, words);
}

/* --- All checks */

static void
check_node(struct doc *doc, const node *n)
{
	switch (dom_kind(n)) {
	case KIND_HEADING:
		check_heading(doc, n);
		break;
	case KIND_PARAGRAPH:
		check_paragraph(doc, n);
		list_form_check(doc, n);
		check_bold_line(doc, n);
		break;
	case KIND_CAPTION:
		check_caption(doc, n);
		break;
	case KIND_DIVISION:
	case KIND_PAGE_BREAK:
		division_check(doc, n);
		break;
	case KIND_FIGURE:
		check_figure(doc, n);
		break;
	case KIND_PICTURE:
		check_picture(doc, n);
		break;
	case KIND_LINK:
	case KIND_REFERENCE:
		check_link(doc, n);
		break;
	case KIND_TEXT:
		check_text(doc, n);
		break;
	default:
		break;
	}
}

static void
check_pictures(struct doc *doc)
{
	str folder = str_upto(doc->path, doc->path.len - S(".md").len);
	struct pos none = { 0, 0 };
	size_t i;

	for (i = 0; i < doc->pictures->num; i++)
		if (!doc->pictures_used[i])
			diag(doc->diags, site_path_is_linked_file(
			    doc->pictures->items[i]) ? DIAG_FILE_UNUSED :
			    DIAG_PICTURE_UNUSED, none,
			    str_join3(doc->arena, folder, S("/"),
			    doc->pictures->items[i]));
}

void
check_doc(struct doc *doc)
{
	const node *n;

	check_title(doc);
	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		check_node(doc, n);
	check_pictures(doc);
}

bool
check_has_long_heading(const struct doc *doc)
{
	const node *n;

	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		if (dom_kind(n) == KIND_HEADING && str_trim(dom_words(
		    doc->arena, n)).len > DOC_HEADING_LIMIT)
			return true;
	return false;
}
