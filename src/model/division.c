/* SPDX-License-Identifier: ISC */
#include "model/division.h"

#include "base/arena.h"
#include "base/turkish.h"

bool
division_is(const node *n, enum division_type type)
{
	return dom_kind(n) == KIND_DIVISION &&
	    dom_item(n)->division.type == type;
}

bool
division_is_top(const node *n)
{
	do
		n = dom_parent(n);
	while (dom_kind(n) == KIND_DIVISION);
	return dom_kind(n) == KIND_DOCUMENT;
}

const node *
division_annex(const node *n)
{
	while (dom_kind(n) != KIND_DOCUMENT) {
		n = dom_parent(n);
		if (division_is(n, DIVISION_ANNEX))
			return n;
	}
	return NULL;
}

const node *
division_walk(const node *top, const node *n)
{
	const node *next = n == top || dom_kind(n) == KIND_DIVISION ?
	    dom_first(n) : NULL;

	for (; next == NULL && n != top; n = dom_parent(n))
		next = dom_next(n);
	return next;
}

str
division_label(const struct doc *doc, unsigned number)
{
	return str_join3(doc->arena, lang_word(doc->lang, WORD_ANNEX), S("-"),
	    str_uint(doc->arena, number));
}

/* --- Checks */

/* A signatory is a paragraph. A figure or a table beside names would have no
 * place on the sheet. */
static void
check_signatories(struct doc *doc, const node *n)
{
	for (n = dom_first(n); n != NULL; n = dom_next(n))
		if (dom_kind(n) != KIND_PARAGRAPH)
			doc_diag(doc, DIAG_BLOCK_SIGNATORY, dom_item(n)->pos,
			    S(""));
}

void
division_check(struct doc *doc, const node *n)
{
	const node *next = dom_next(n);

	if (division_is(n, DIVISION_SIGNATURE))
		check_signatories(doc, n);
	else if (dom_kind(n) == KIND_PAGE_BREAK && (next == NULL ||
	    dom_kind(next) == KIND_PAGE_BREAK ||
	    dom_kind(next) == KIND_FOOTNOTES) && dom_parent(n) == doc->root)
		doc_diag(doc, DIAG_NEWPAGE_LOST, dom_item(n)->pos, S(""));
}

/* The length of “EK-1 –”, “Ek 2:” at the start of s, or 0. */
static size_t
typed_label(const struct doc *doc, str s)
{
	str word = lang_word(doc->lang, WORD_ANNEX);
	size_t i = 0, len, digits;

	for (; i < s.len && i < word.len; i += len)
		if (turkish_lower(str_rune(str_from(s, i), &len)) !=
		    turkish_lower(str_rune(str_from(word, i), &len)))
			return 0;
	i += str_span(str_from(s, i), ' ');
	i += str_span(str_from(s, i), '-');
	for (digits = i; i < s.len && char_is_digit(s.p[i]); i++)
		;
	if (i == digits || i > digits + 3 || i == word.len)
		return 0;
	return i < s.len && (s.p[i] == '.' || s.p[i] == ':') ? i + 1 : i;
}

void
division_check_heading(struct doc *doc, const node *heading)
{
	str words = str_trim(dom_words(doc->arena, heading));
	size_t len;

	if (dom_item(heading)->number == 0)
		return;
	len = typed_label(doc, words);
	if (len != 0)
		doc_diag(doc, DIAG_ANNEX_NUMBERED, dom_item(heading)->pos,
		    str_upto(words, len));
}

static bool
is_in_cell(const node *n)
{
	while (dom_kind(n) != KIND_CELL && dom_kind(n) != KIND_DOCUMENT)
		n = dom_parent(n);
	return dom_kind(n) == KIND_CELL;
}

/* “\\newpage” in the source is the word itself. */
void
division_check_text(struct doc *doc, const node *text)
{
	static const str word = { "\\newpage", 8 };
	const struct item *item = dom_item(text);
	str s = item->text.source;
	size_t i;
	struct pos pos = item->pos;

	if (str_search(dom_text(text), word) == dom_text(text).len)
		return;
	i = str_search(s, word);
	if (i == s.len || (i > 0 && s.p[i - 1] == '\\') ||
	    (i + word.len < s.len && char_is_alnum(s.p[i + word.len])))
		return;
	pos.col += (unsigned)i;
	if (is_in_cell(text))
		doc_diag(doc, DIAG_BLOCK_PLACE, pos, word);
	else
		doc_diag(doc, DIAG_NEWPAGE_TEXT, pos, S(""));
}
