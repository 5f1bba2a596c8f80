/* SPDX-License-Identifier: ISC */
#include "source/emphasis_check.h"

#include "base/arena.h"
#include "model/dom.h"
#include "source/cursor.h"

/* Of the author's text in a message [byte]. */
enum { SHOWN_LIMIT = 40 };

/* Whether the byte before the emphasis, or after it, is one of a word. “’” and
 * other punctuation beyond ASCII are none. */
static bool
touches(const node *n, bool before)
{
	const node *side = before ? dom_prev(n) : dom_next(n);
	size_t at, len;
	uint32_t c;
	str s;

	if (side == NULL || dom_kind(side) != KIND_TEXT)
		return false;
	s = dom_text(side);
	at = before ? s.len - 1 : 0;
	while (before && at > 0 && ((unsigned char)s.p[at] & 0xC0) == 0x80)
		at--;
	c = str_rune(str_from(s, at), &len);
	return char_is_word(s.p[at]) && !(c >= 0x2000 && c <= 0x206F) &&
	    c != 0xA0 && c != 0xAB && c != 0xBB;
}

/* The word around, as it is printed. */
static str
words_around(struct doc *doc, const node *n)
{
	str left = dom_text(dom_prev(n)), right = S("");
	size_t from = str_rfind(left, ' ');

	if (dom_next(n) != NULL && dom_kind(dom_next(n)) == KIND_TEXT)
		right = dom_text(dom_next(n));

	left = from < left.len ? str_from(left, from + 1) : left;
	left = left.len > SHOWN_LIMIT ? S("") : left;
	right = str_upto(right, str_find(right, ' '));
	return str_shorten(doc->arena, str_join3(doc->arena, left,
	    dom_words(doc->arena, n), right), SHOWN_LIMIT);
}

/* Whether all is one name of small ASCII letters. */
static bool
is_name(str s)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if (!char_is_lower(s.p[i]) && s.p[i] != '_')
			return false;
	return s.len != 0;
}

/* The source of an emphasis begins before that of its first text. */
static bool
is_of_underscores(const node *n)
{
	const node *first = dom_first(n);

	return first != NULL && dom_kind(first) == KIND_TEXT &&
	    dom_next(first) == NULL && str_starts(str_from(
	    dom_item(first)->text.source, dom_text(first).len), S("__"));
}

/* Whether “____Ad:____” made bold text in bold text. */
static bool
is_of_blanks(const node *n)
{
	const node *inner = dom_first(n), *last;

	if (dom_kind(n) != KIND_STRONG || inner == NULL ||
	    dom_kind(inner) != KIND_STRONG || dom_next(inner) != NULL)
		return false;
	last = dom_last(inner);
	return last != NULL && dom_kind(last) == KIND_TEXT && str_starts(
	    str_from(dom_item(last)->text.source, dom_text(last).len),
	    S("____"));
}

/* Whether a single “*” remains before the emphasis, of “**a*” for example. One
 * after it may be a sign: “**Adı** *”. */
static bool
has_star_before(const node *n)
{
	const node *side = dom_prev(n);
	struct cursor c;
	str s;

	if (side == NULL || dom_kind(side) != KIND_TEXT)
		return false;
	s = dom_text(side);
	if (!str_ends(s, S("*")) || str_ends(s, S("**")))
		return false;
	c = cursor_of(side);
	return cursor_to(&c, s.len - 1);
}

/* The sign that closes the bracket or quote at the end of what stands before;
 * 0: there is none. */
static char
closing_sign(const node *side)
{
	static const char open[] = "([{\"'", closed[] = ")]}\"'";
	str s;
	const char *at;

	if (side == NULL || dom_kind(side) != KIND_TEXT)
		return '\0';
	s = dom_text(side);
	at = strchr(open, s.p[s.len - 1]);
	return at != NULL && *at != '\0' ? closed[at - open] : '\0';
}

/* Whether the two signs stand alone, each in brackets or quotes, “(*) … (*)”,
 * or before names of files, “*.doc”. */
static bool
is_between_signs(struct doc *doc, const node *n)
{
	str words = dom_words(doc->arena, n);
	char last;

	if (words.len == 0)
		return false;
	last = words.p[words.len - 1];
	return words.p[0] == closing_sign(dom_prev(n)) ||
	    str_find(S(")]}"), words.p[0]) < 3 ||
	    str_find(S("([{"), last) < 3 ||
	    (words.p[0] == '.' && str_find(words, ' ') < words.len);
}

/* Whether the first sign stands between two letters or digits. */
static bool
is_in_word(const node *n)
{
	const node *first = dom_first(n);

	return first != NULL && dom_kind(first) == KIND_TEXT &&
	    char_is_word(dom_text(first).p[0]);
}

void
emphasis_check(struct doc *doc, const node *n)
{
	if (has_star_before(n))
		doc_diag(doc, DIAG_EMPHASIS_UNEVEN, dom_item(n)->pos,
		    str_shorten(doc->arena, dom_words(doc->arena, n),
		    SHOWN_LIMIT));
	else if (is_of_blanks(n))
		doc_diag(doc, DIAG_EMPHASIS_BLANK, dom_item(n)->pos,
		    str_shorten(doc->arena, dom_words(doc->arena, n),
		    SHOWN_LIMIT));
	else if (is_between_signs(doc, n))
		doc_diag(doc, DIAG_EMPHASIS_SIGN, dom_item(n)->pos,
		    str_shorten(doc->arena, dom_words(doc->arena, n),
		    SHOWN_LIMIT));
	else if (touches(n, true) && (touches(n, false) || is_in_word(n)))
		doc_diag(doc, DIAG_EMPHASIS_INSIDE, dom_item(n)->pos,
		    words_around(doc, n));
	else if (dom_kind(n) == KIND_STRONG && is_of_underscores(n) &&
	    is_name(dom_words(doc->arena, n)))
		doc_diag(doc, DIAG_EMPHASIS_NAME, dom_item(n)->pos,
		    dom_words(doc->arena, n));
}
