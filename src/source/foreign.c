/* SPDX-License-Identifier: ISC */
#include "source/foreign.h"

#include "base/arena.h"
#include "model/dom.h"
#include "source/cursor.h"
#include "source/emphasis_check.h"
#include "source/path_check.h"

/* Of the author's text in a message [byte]. */
enum { SHOWN_LIMIT = 40 };
/* A mark that is longer was none [byte]; it limits the time for hostile
 * input. */
enum { MARK_LIMIT = 200 };
/* Raised text is short [byte]. */
enum { SCRIPT_LIMIT = 12 };

enum where { START, ALONE, PAIR, BEHIND, WORD };

static const struct row {
	enum diag	id;
	enum where	where;
	str		open;
	str		close;
} rows[] = {
#define X(id, where, open, close) { DIAG_##id, where, \
    { open, sizeof(open) - 1 }, { close, sizeof(close) - 1 } },
#include "source/foreign.def"
#undef X
};

enum { NUM_ROWS = sizeof(rows) / sizeof(rows[0]) };

/* The rows by the first byte of their mark: every letter is tried. */
struct index {
	bool		begins[256];	/* a row's mark, or another */
	unsigned char	first[256];	/* a row's number plus 1, or 0 */
	unsigned char	next[NUM_ROWS];
};

/* A text that is looked at, from its start. */
struct reader {
	struct doc	*doc;
	const struct index *index;
	const node	*text;
	str		 s;
	struct cursor	 cursor;
	bool		 footnotes;	/* the document has some */
};

static bool
is_letter_before(str s, size_t i)
{
	return i > 0 && char_is_word(s.p[i - 1]);
}

static bool
is_letter_at(str s, size_t i)
{
	return i < s.len && char_is_word(s.p[i]);
}

/* Reports the mark of len bytes at byte i, unless it is escaped; returns len,
 * or 0. */
static size_t
report(struct reader *r, enum diag id, size_t i, size_t len)
{
	if (!cursor_to(&r->cursor, i))
		return 0;
	doc_diag(r->doc, id, cursor_pos(&r->cursor, dom_item(r->text)->pos),
	    str_shorten(r->doc->arena, str_trim(str_upto(str_from(r->s, i),
	    len)), SHOWN_LIMIT));
	return len;
}

/* --- The rows of the table */

static bool
is_start(const struct reader *r, size_t i)
{
	return i == 0 && dom_prev(r->text) == NULL &&
	    dom_kind(dom_parent(r->text)) == KIND_PARAGRAPH;
}

static bool
ends_line(const struct reader *r, size_t i)
{
	const node *next = dom_next(r->text);

	return str_trim(str_from(r->s, i)).len == 0 && (next == NULL ||
	    dom_kind(next) == KIND_SOFT_BREAK ||
	    dom_kind(next) == KIND_HARD_BREAK);
}

/* The length of the mark from i, with its end; 0 where that is missing or
 * blanks stand inside of it. */
static size_t
pair_length(str s, size_t i, const struct row *row)
{
	size_t from = i + row->open.len, end;
	str inside = str_upto(str_from(s, from), MARK_LIMIT);

	end = str_search(inside, row->close);
	if (end == inside.len || end == 0)
		return 0;
	if (row->where == PAIR && str_eq(row->open, row->close) &&
	    (char_is_space(inside.p[0]) || char_is_space(inside.p[end - 1])))
		return 0;
	return row->open.len + end + row->close.len;
}

/* The length of the row's mark at byte i, or 0. */
static size_t
match(const struct reader *r, const struct row *row, size_t i)
{
	str rest = str_from(r->s, i);

	if (!str_starts(rest, row->open))
		return 0;
	switch (row->where) {
	case START:
		return is_start(r, i) ? row->open.len : 0;
	case ALONE:
		return is_start(r, i) && ends_line(r, i + row->open.len) ?
		    row->open.len : 0;
	case PAIR:
		return is_letter_before(r->s, i) && row->open.p[0] != '^' ? 0 :
		    pair_length(r->s, i, row);
	case BEHIND:
		return pair_length(r->s, i, row);
	case WORD:
		return is_letter_before(r->s, i) || is_letter_at(r->s, i +
		    row->open.len) ? 0 : row->open.len;
	}
	return 0;
}

static size_t
match_rows(struct reader *r, size_t i)
{
	size_t k, len;

	for (k = r->index->first[(unsigned char)r->s.p[i]]; k-- != 0;
	    k = r->index->next[k]) {
		len = match(r, &rows[k], i);
		if (len == 0)
			continue;
		/* The brackets of “[x]{.a}” are text; the message is about the
		 * braces. */
		if (rows[k].where == BEHIND)
			return report(r, rows[k].id, i + 1, len - 1);
		return report(r, rows[k].id, i, len);
	}
	return 0;
}

/* --- What needs more than two strings */

/* “$a^2$”; prices are none: pandoc's rule, and no digit first. */
static size_t
match_formula(struct reader *r, size_t i)
{
	str s = str_upto(str_from(r->s, i + 1), MARK_LIMIT);
	size_t end = str_find(s, '$');

	if (end == s.len || end == 0 || is_letter_before(r->s, i) ||
	    char_is_space(s.p[0]) || char_is_digit(s.p[0]) ||
	    char_is_space(s.p[end - 1]) || is_letter_at(s, end + 1))
		return 0;
	return report(r, DIAG_FOREIGN_FORMULA, i, end + 2);
}

/* “:warning:” */
static size_t
match_emoji(struct reader *r, size_t i)
{
	size_t end = i + 1;

	if (is_letter_before(r->s, i) || (i > 0 && r->s.p[i - 1] == ':') ||
	    !(end < r->s.len && char_is_lower(r->s.p[end])))
		return 0;
	while (end < r->s.len && end - i < MARK_LIMIT && (char_is_lower(
	    r->s.p[end]) || char_is_digit(r->s.p[end]) ||
	    r->s.p[end] == '_'))
		end++;
	if (end - i < 3 || end == r->s.len || r->s.p[end] != ':' ||
	    is_letter_at(r->s, end + 1))
		return 0;
	return report(r, DIAG_FOREIGN_EMOJI, i, end + 1 - i);
}

/* U+F020 to U+F0FF: the faces Symbol and Wingdings, in files of Word. */
static size_t
match_symbol(struct reader *r, size_t i)
{
	size_t len;
	uint32_t c = str_rune(str_from(r->s, i), &len);

	if (c < 0xF020 || c > 0xF0FF)
		return 0;
	return report(r, DIAG_FOREIGN_SYMBOL, i, len);
}

/* “¹” at a word, beside footnotes; not the “²” of “m²”. */
static size_t
match_raised(struct reader *r, size_t i)
{
	size_t len, from = i;
	uint32_t c = str_rune(str_from(r->s, i), &len);

	if (!r->footnotes || i == 0 || (c != 0xB9 && c != 0xB2 && c != 0xB3))
		return 0;
	while (from > 0 && i - from < MARK_LIMIT && is_letter_at(r->s,
	    from - 1))
		from--;
	if (c != 0xB9 && i - from > 0 && i - from <= 3)
		return 0;
	return report(r, DIAG_FOREIGN_RAISED, i, len);
}

/* “#Başlık”, where a line begins: a heading has a blank after its signs. */
static size_t
match_heading(struct reader *r, size_t i)
{
	const node *before = dom_prev(r->text);
	size_t n = str_span(r->s, '#');

	if (i != 0 || n > 6 || !is_letter_at(r->s, n) || char_is_digit(
	    r->s.p[n]) || dom_kind(dom_parent(r->text)) != KIND_PARAGRAPH ||
	    (before != NULL && dom_kind(before) != KIND_SOFT_BREAK))
		return 0;
	return report(r, DIAG_FOREIGN_HEADING, 0, r->s.len);
}

/* “x^2^”: pandoc's raised text. strike.c has “H~2~O”. */
static size_t
match_script(struct reader *r, size_t i)
{
	str s = str_upto(str_from(r->s, i + 1), SCRIPT_LIMIT);
	size_t end = 0;

	while (end < s.len && (char_is_alnum(s.p[end]) || s.p[end] == '+' ||
	    s.p[end] == '-'))
		end++;
	if (!is_letter_before(r->s, i) || end == 0 || end == s.len ||
	    s.p[end] != '^')
		return 0;
	return report(r, DIAG_FOREIGN_SCRIPT, i, end + 2);
}

static size_t
match_at(struct reader *r, size_t i)
{
	size_t len;

	switch ((unsigned char)r->s.p[i]) {
	case '#':
		return match_heading(r, i);
	case '^':
		len = match_script(r, i);
		return len != 0 ? len : match_rows(r, i);
	case '$':
		return match_formula(r, i);
	case ':':
		return match_emoji(r, i);
	case 0xEF:
		return match_symbol(r, i);
	case 0xC2:
		return match_raised(r, i);
	default:
		return match_rows(r, i);
	}
}

/* --- The tree */

static void
make_index(struct index *x)
{
	/* What is matched by a function of its own. */
	static const struct index signs = { .begins = { ['$'] = true,
	    [':'] = true, ['#'] = true, ['^'] = true, [0xC2] = true,
	    [0xEF] = true } };
	size_t k;
	unsigned char c;

	*x = signs;
	for (k = NUM_ROWS; k-- != 0;) {
		c = (unsigned char)rows[k].open.p[0];
		x->begins[c] = true;
		x->next[k] = x->first[c];
		x->first[c] = (unsigned char)(k + 1);
	}
}

static void
check_text(struct doc *doc, const struct index *x, const node *n,
    bool footnotes)
{
	struct reader r = { .doc = doc, .index = x, .text = n,
	    .s = dom_text(n), .cursor = cursor_of(n),
	    .footnotes = footnotes };
	size_t i, len;

	for (i = 0; i < r.s.len; i += len != 0 ? len : 1)
		len = x->begins[(unsigned char)r.s.p[i]] ?
		    match_at(&r, i) : 0;
	path_check(doc, n);
}

static bool
is_verbatim(const node *n)
{
	return dom_kind(n) == KIND_LITERAL || dom_kind(n) == KIND_CODE ||
	    dom_kind(n) == KIND_LINK;
}

void
foreign_check(struct doc *doc)
{
	const node *n, *last = dom_last(doc->root);
	bool footnotes = last != NULL && dom_kind(last) == KIND_FOOTNOTES;
	struct index x;

	if (doc->dialect < 2 || doc->diags == NULL)
		return;
	make_index(&x);
	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n)) {
		if (dom_kind(n) == KIND_TEXT && !is_verbatim(dom_parent(n)))
			check_text(doc, &x, n, footnotes);
		else if (dom_kind(n) == KIND_EMPHASIS ||
		    dom_kind(n) == KIND_STRONG)
			emphasis_check(doc, n);
	}
}
