/* SPDX-License-Identifier: ISC */
#include "model/typed_line.h"

#include "base/turkish.h"
#include "model/article.h"

/* No editor wraps a line that is shorter [byte]. */
enum { WRAP = 60 };
/* Fewer capitals are an abbreviation. */
enum { CAPITALS = 5 };
/* A name with its titles has no more. */
enum { NAME_WORDS = 5 };
/* A line of one or two words has no more bytes. */
enum { FEW = 24 };

/* Whether the line is so long that below may be its rest. */
static bool
is_wrapped(str line, str below)
{
	return str_rtrim(line).len + 1 + str_find(below, ' ') > WRAP;
}

/* --- Numbers */

/* “2.1 X”, “2.1. X”; no “16.375 Gb”. Returns the length of the number. */
static size_t
outline_len(str s)
{
	size_t n = 0, digits = 0, dots = 0;

	for (; n < s.len && (char_is_digit(s.p[n]) || s.p[n] == '.'); n++) {
		digits = s.p[n] == '.' ? 0 : digits + 1;
		dots += s.p[n] == '.';
		if (digits > 2 || (s.p[n] == '.' && (n == 0 ||
		    s.p[n - 1] == '.')))
			return 0;
	}
	return dots > (digits == 0 ? 1 : 0) && str_starts(str_from(s, n),
	    S(" ")) ? n : 0;
}

/* “1- X”, “1-X”. */
static size_t
dash_len(str s)
{
	size_t n = 0;

	while (n < s.len && n < 3 && char_is_digit(s.p[n]))
		n++;
	return n != 0 && str_starts(str_from(s, n), S("-")) ? n + 1 : 0;
}

static bool
has_number(str s)
{
	size_t n;

	if (s.len == 0 || !char_is_digit(s.p[0]))
		return false;
	n = outline_len(s);
	n = n != 0 ? n : dash_len(s);
	return n != 0 && turkish_has_capital(str_trim(str_from(s, n)));
}

bool
typed_line_begins(struct arena *a, str line, str below)
{
	struct article article;
	str s = str_rtrim(line);

	/* list_form.c reports lines of “1-”. */
	if (dash_len(line) != 0 && dash_len(below) != 0)
		return false;
	if (has_number(below))
		return !is_wrapped(line, below) || has_number(line) ||
		    (s.len != 0 && str_find(S(".:;,?!"), s.p[s.len - 1]) < 6);
	/* “MADDE 1 – Amaç” is the title of what is below. */
	return article_read(a, below, &article) ||
	    (!is_wrapped(line, below) && article_read(a, line, &article));
}

/* --- Headings and drawings */

/* Whether it is a row of texts, which tab_row tells. */
static bool
is_row(str s)
{
	return str_find(s, '\t') < s.len || str_search(s, S("   ")) < s.len;
}

static bool
is_capitals(str s)
{
	size_t i, len, num = 0;
	uint32_t c;

	if (s.len > WRAP || str_starts(s, S("[")))
		return false;
	for (i = 0; i < s.len; i += len) {
		c = str_rune(str_from(s, i), &len);
		if (turkish_lower(c) != c)
			num++;
		else if (c == '`' || turkish_is_letter(c))
			return false;
	}
	return num >= CAPITALS;
}

/* “↓”, “│”: between the steps of a drawing. */
static bool
is_drawn(str s)
{
	size_t i, len;
	uint32_t c;

	for (i = 0; i < s.len; i += len) {
		c = str_rune(str_from(s, i), &len);
		if (c != ' ' && (c < 0x2190 || c > 0x2BFF))
			return false;
	}
	return s.len != 0;
}

/* --- Short lines */

static uint32_t
first_rune(str s)
{
	size_t len;

	return s.len != 0 ? str_rune(s, &len) : 0;
}

/* A capital, “1.1 x”, “(b) x”, “§ 5”, “☐ x”: a link, a picture, a mark of Markdown and a
 * quotation are none. */
static bool
begins_anew(str s)
{
	uint32_t c = first_rune(s);

	if (c == '(')
		return turkish_has_capital(str_from(s, 1)) || (s.len > 3 &&
		    char_is_lower(s.p[1]) && s.p[2] == ')' && s.p[3] == ' ');
	if (c < 0x80)
		return turkish_has_capital(s) || outline_len(s) != 0;
	return turkish_has_capital(s) || c == 0xA7 ||
	    (c >= 0x2190 && c <= 0x2BFF);
}

static bool
ends_sentence(str s)
{
	return s.len != 0 && str_find(S(".:;?!"), s.p[s.len - 1]) < 5;
}

/* “(2) X”: a paragraph of an article; a mention goes on in small letters. */
static bool
is_numbered(str s)
{
	size_t n = 1;

	while (n < s.len && char_is_digit(s.p[n]))
		n++;
	return n > 1 && s.p[0] == '(' && str_starts(str_from(s, n), S(") ")) &&
	    turkish_has_capital(str_from(s, n + 2));
}

/* “[!NOTE]”, “[a]: …”, “!!! note”: other checks report them. */
static bool
is_mark(str s)
{
	return str_starts(s, S("[")) || str_starts(s, S("!"));
}

/* “Ayşe Yılmaz”: a few words, each with a capital. */
static bool
is_name(str s)
{
	str word;
	size_t words = 0;

	for (; str_cut(&s, ' ', &word); words += word.len != 0)
		if (word.len != 0 && !turkish_has_capital(word))
			return false;
	return words >= 2 && words <= NAME_WORDS;
}

bool
typed_line_ends_early(str line, str below)
{
	line = str_trim(line);
	below = str_trim(below);
	if (is_wrapped(line, below) || is_row(line) || is_row(below) ||
	    is_mark(line))
		return false;
	if (ends_sentence(line))
		return is_name(below) || is_numbered(below);
	return begins_anew(below);
}

/* --- Lines of the same sort */

enum sort { OTHER, NUMBER, IN_BRACKETS, SIGN, MAIL_OR_SITE };

static bool
is_mail_or_site(str s)
{
	return str_find(s, ' ') == s.len && (str_find(s, '@') < s.len ||
	    str_starts(s, S("www.")) || str_search(s, S("://")) < s.len);
}

/* “1-X”, “1.X”: list_form.c reports them. */
static bool
is_near_list(str s)
{
	size_t n = 0;

	while (n < s.len && char_is_digit(s.p[n]))
		n++;
	return n + 1 < s.len && str_find(S("-.)"), s.p[n]) < 3 &&
	    !char_is_digit(s.p[n + 1]);
}

/* Of a number, or a sign that means nothing to Markdown there. */
static enum sort
sort_of(str s)
{
	uint32_t c = first_rune(s);

	if (is_mail_or_site(s))
		return MAIL_OR_SITE;
	if ((c >= '0' && c <= '9') || c == 0xB2 || c == 0xB3 || c == 0xB9)
		return is_near_list(s) ? OTHER : NUMBER;
	if (s.len > 1 && (c == '[' || c == '(') &&
	    (char_is_digit(s.p[1]) || s.p[1] == '*'))
		return IN_BRACKETS;
	return c == '+' || c == '%' || c == '=' ? SIGN : OTHER;
}

/* One or two; a clause may end anywhere. “a. X” is near a list. */
static bool
is_few_words(str s)
{
	uint32_t c = first_rune(s);

	return s.len > 0 && s.len <= FEW && str_count(s, ' ') <= 1 &&
	    (turkish_is_letter(c) || c == '"' || c == 0x201C) &&
	    str_find(s, '.') != 1 && str_find(s, '[') == s.len &&
	    str_find(S(",;:"), s.p[s.len - 1]) == 3;
}

bool
typed_line_are_alike(str line, str below)
{
	enum sort sort;

	line = str_trim(line);
	below = str_trim(below);
	sort = sort_of(line);
	/* A definition of other dialects: “: X” below its term. */
	if (str_starts(below, S(": ")))
		return true;
	if (is_wrapped(line, below) || is_row(line) || is_row(below))
		return false;
	return (sort != OTHER && sort == sort_of(below)) ||
	    (is_few_words(line) && is_few_words(below));
}

bool
typed_line_is_apart(str line, str below)
{
	line = str_trim(line);
	below = str_trim(below);
	return !is_wrapped(line, below) && (is_capitals(line) ||
	    is_capitals(below) || is_drawn(line) || is_drawn(below)) &&
	    !is_row(line) && !is_row(below);
}
