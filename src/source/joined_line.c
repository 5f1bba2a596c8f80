/* SPDX-License-Identifier: ISC */
#include "source/joined_line.h"

#include "base/arena.h"
#include "base/turkish.h"
#include "model/typed_line.h"

/* Of the author's text in a message [byte]. */
enum { SHOWN_LIMIT = 60 };
/* A longer text before a colon is a sentence. */
enum { LABEL_LIMIT = 48, LABEL_WORDS = 5 };

/* --- Labels */

/* The length of the text before a colon with a blank or nothing after it; 0
 * if it is none. */
static size_t
label_len(str line)
{
	size_t n = str_find(str_upto(line, LABEL_LIMIT + 1), ':');

	if (n > LABEL_LIMIT || n >= line.len || (n + 1 < line.len &&
	    char_is_alnum(line.p[n + 1])) ||
	    str_starts(str_from(line, n + 1), S("/")))
		return 0;
	return n;
}

/* Whether the line begins with a few words, no sentence, and a colon; without
 * a capital, with one or two words. */
static bool
is_label(str line)
{
	str label, rest, word;
	size_t words = 0;

	label = str_trim(str_upto(line, label_len(line)));
	if (label.len == 0 || !char_is_letter(label.p[0]))
		return false;
	for (rest = label; str_cut(&rest, ' ', &word);) {
		words += word.len != 0;
		if (str_ends(word, S(",")) || str_ends(word, S(";")))
			return false;
	}
	return words <= (turkish_has_capital(label) ? LABEL_WORDS : 2);
}

/* Without marks of emphasis at its start. */
static str
plain(str line)
{
	while (line.len != 0 && (line.p[0] == '*' || line.p[0] == '_'))
		line = str_from(line, 1);
	return line;
}

static bool
are_labels(str line, str below)
{
	line = plain(line);
	below = plain(below);
	return is_label(line) && is_label(below) &&
	    (turkish_has_capital(line) || turkish_has_capital(below));
}

/* --- Blanks */

/* The number of the same sign from byte i, also with single blanks between;
 * *end is after the last one. */
static size_t
count_signs(str line, size_t i, size_t *end)
{
	size_t len, num = 0;
	uint32_t sign = str_rune(str_from(line, i), &len);

	for (*end = i; i < line.len && str_rune(str_from(line, i), &len) ==
	    sign; num++) {
		i = *end = i + len;
		if (i < line.len && line.p[i] == ' ')
			i++;
	}
	return num;
}

/* Whether the line has “____”, “.....” or “……”, not in a code span. */
static bool
has_blank(str line)
{
	static const struct { uint32_t sign; size_t num; } blanks[] = {
		{ '_', 4 }, { '.', 5 }, { 0x2026, 2 } };
	bool code = false;
	size_t i, k, len, end;
	uint32_t c;

	for (i = 0; i < line.len; i += len) {
		c = str_rune(str_from(line, i), &len);
		if (c == '`')
			code = !code;
		for (k = 0; k < 3 && !code; k++) {
			if (c != blanks[k].sign)
				continue;
			if (count_signs(line, i, &end) >= blanks[k].num)
				return true;
			len = end - i;
		}
	}
	return false;
}

/* --- Paragraphs */

/* Whether the line has a field, box or button at its end: field_read() ends it
 * there. */
static bool
ends_in_field(str line)
{
	static const str boxes[] = { { "[ ] ", 4 }, { "[x] ", 4 },
	    { "[X] ", 4 }, { "( ) ", 4 }, { "[ ]* ", 5 }, { "[x]* ", 5 },
	    { "[X]* ", 5 }, { "( )* ", 5 } };
	str s = str_rtrim(line);
	size_t i;

	for (i = 0; i < sizeof(boxes) / sizeof(boxes[0]); i++)
		if (str_search(s, boxes[i]) < s.len)
			return true;
	while (s.len != 0 && str_find(S(".,;*"), s.p[s.len - 1]) < 4)
		s.len--;
	return (str_ends(s, S("]")) || str_ends(s, S(")"))) &&
	    str_search(s, S("____")) < s.len;
}

/* Whether the author ends the line himself: by two blanks, “\” or “<br>”. */
static bool
is_ended(str line)
{
	str s = str_rtrim(line);

	return str_ends(line, S("  ")) || str_ends(s, S("\\")) ||
	    str_ends(s, S("<br>")) || str_ends(s, S("<br/>")) ||
	    str_ends(s, S("<br />"));
}

static str
line_of(const struct extract *e, const struct paragraph *p, size_t n)
{
	str line = extract_line_text(e, n);

	return str_from(line, n == p->first && p->col > extract_indent(line) ?
	    p->col - 1 : extract_indent(line));
}

static bool
are_apart(struct doc *doc, str line, str below)
{
	if (is_ended(line) || ends_in_field(line))
		return false;
	return has_blank(line) || has_blank(below) ||
	    are_labels(line, below) || typed_line_is_apart(line, below) ||
	    typed_line_ends_early(line, below) ||
	    typed_line_are_alike(line, below) ||
	    typed_line_begins(doc->arena, line, below);
}

/* Reports “\” at the end of the last line, unless the last word is a path. */
static void
check_last(struct doc *doc, const struct extract *e, const struct paragraph *p,
    str line)
{
	str s = str_rtrim(line), word = str_from(s, str_rfind(s, ' ') < s.len ?
	    str_rfind(s, ' ') + 1 : 0);
	size_t len = word.len;

	while (len != 0 && word.p[len - 1] == '\\')
		len--;
	if ((word.len - len) % 2 == 0 ||
	    str_find(str_upto(word, len), '\\') != len ||
	    str_find(word, '`') < word.len || (len == 2 && word.p[1] == ':'))
		return;
	doc_diag(doc, DIAG_BREAK_LAST, extract_pos(e, p->last,
	    (size_t)(s.p + s.len - extract_line_text(e, p->last).p)),
	    str_shorten(doc->arena, s, SHOWN_LIMIT));
}

/* Whether the line is one of an entry only because no empty line is above it. */
static bool
is_lazy(const struct extract *e, const struct paragraph *p, size_t n)
{
	return p->in_entry && extract_indent(extract_line_text(e, n)) + 1 <
	    p->col;
}

/* Reports the first two lines that were not meant to be one. */
static void
check_joined(struct doc *doc, const struct extract *e,
    const struct paragraph *p)
{
	str below, line = line_of(e, p, p->first);
	size_t n;

	for (n = p->first; n < p->last; n++, line = below) {
		below = line_of(e, p, n + 1);
		if (!are_apart(doc, line, below))
			continue;
		doc_diag(doc, is_lazy(e, p, n + 1) ? DIAG_LINE_SWALLOWED :
		    DIAG_LINE_JOINED, extract_pos(e, n,
		    (size_t)(line.p - extract_line_text(e, n).p) + 1),
		    str_shorten(doc->arena, str_rtrim(line), SHOWN_LIMIT),
		    str_shorten(doc->arena, str_rtrim(below), SHOWN_LIMIT));
		return;
	}
}

void
joined_line_check(struct doc *doc, const struct extract *e,
    const struct paragraph *p)
{
	check_joined(doc, e, p);
	check_last(doc, e, p, line_of(e, p, p->last));
}
