/* SPDX-License-Identifier: ISC */
#include "import/escape.h"

#include "source/list_marker.h"

static bool
is_word(char c)
{
	return char_is_letter(c) || char_is_digit(c);
}

/* Whether the character at i begins something in a line. “next” is what
 * follows the text. */
static bool
is_mark(str s, size_t i, char next)
{
	char c = s.p[i], before = i != 0 ? s.p[i - 1] : ' ';
	char after = i + 1 < s.len ? s.p[i + 1] : next;

	switch (c) {
	case '\\':
	case '`':
	case '*':
	case '[':
	case ']':
	case '|':
	case '~':
		return true;
	case '_':
		return !is_word(before) || !is_word(after);
	case '<':
		return is_word(after) || after == '/' || after == '!' ||
		    after == '?';
	case '&':
		return is_word(after) || after == '#';
	case '!':
		return after == '[';
	case '{':
		return true;
	case '=':
	case '^':
		return after == c && before != c;
	case '(':
		/* A button: “( )”, “(x)”. */
		return (after == ' ' || after == 'x' || after == 'X') &&
		    i + 2 < s.len && s.p[i + 2] == ')';
	default:
		return false;
	}
}

void
escape_text(struct sink *k, str text, char next)
{
	size_t i;

	for (i = 0; i < text.len; i++) {
		/* Not a line end of Markdown, nor a column of tabs. */
		if (char_is_space(text.p[i])) {
			sink_char(k, ' ');
			continue;
		}
		if (is_mark(text, i, next))
			sink_char(k, '\\');
		sink_char(k, text.p[i]);
	}
}

/* “12.” and “12)” begin an item, also where matbu reads no letter. */
static size_t
ordered_mark(str text)
{
	size_t n = 0;

	while (n < text.len && n < 10 && char_is_digit(text.p[n]))
		n++;
	return n != 0 && n < text.len && (text.p[n] == '.' ||
	    text.p[n] == ')') && (n + 1 == text.len ||
	    char_is_space(text.p[n + 1])) ? n : text.len;
}

/* Where a backslash protects the beginning of a line, or its length. */
static size_t
line_mark(str text)
{
	struct list_marker marker;

	if (text.len == 0)
		return 0;
	if (text.p[0] == '#' || text.p[0] == '>' || text.p[0] == '+' ||
	    text.p[0] == '-' || text.p[0] == '=' || str_starts(text,
	    S(":::")) || str_starts(text, S("!!!")) ||
	    str_starts(text, S("???")))
		return 0;
	if (str_starts(text, S("Tablo:")) || str_starts(text, S("Table:")))
		return S("Tablo").len;
	if (!list_marker_read(text, &marker))
		return ordered_mark(text);
	return marker.bracketed ? 0 : marker.label.len - 1;
}

void
escape_line(struct sink *k, str text, char next)
{
	size_t at;

	while (text.len != 0 && char_is_space(*text.p))
		text = str_from(text, 1);
	at = line_mark(text);
	if (at >= text.len || is_mark(text, at, next)) {
		escape_text(k, text, next);
		return;
	}
	escape_text(k, str_upto(text, at), text.p[at]);
	sink_char(k, '\\');
	sink_char(k, text.p[at]);
	escape_text(k, str_from(text, at + 1), next);
}

void
escape_label(struct sink *k, str text)
{
	escape_text(k, text, ' ');
}

void
escape_title(struct sink *k, str text)
{
	size_t i;

	for (i = 0; i < text.len; i++) {
		if (text.p[i] == '"' || text.p[i] == '\\' || text.p[i] == '&')
			sink_char(k, '\\');
		sink_char(k, char_is_space(text.p[i]) ? ' ' : text.p[i]);
	}
}

void
escape_address(struct sink *k, str address)
{
	static const char hex[] = "0123456789ABCDEF";
	size_t i;
	unsigned char c;

	for (i = 0; i < address.len; i++) {
		c = (unsigned char)address.p[i];
		if (c > ' ' && c != '(' && c != ')' && c != '<' && c != '>' &&
		    c != '\\' && c != '`' && c != '|' && c != 0x7F) {
			sink_char(k, (char)c);
			continue;
		}
		sink_char(k, '%');
		sink_char(k, hex[c >> 4]);
		sink_char(k, hex[c & 15]);
	}
}

void
escape_value(struct sink *k, str value)
{
	size_t i;

	sink_char(k, '"');
	for (i = 0; i < value.len; i++) {
		if (value.p[i] == '"' || value.p[i] == '\\')
			sink_char(k, '\\');
		sink_char(k, char_is_space(value.p[i]) ? ' ' : value.p[i]);
	}
	sink_char(k, '"');
}
