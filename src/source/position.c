/* SPDX-License-Identifier: ISC */
#include "source/position.h"

/* --- Link definitions */

/* Reads the lines of a block from its start. */
struct line_reader {
	const struct extract	*extract;
	size_t			 line;
	size_t			 last;
	str			 rest;	/* of the line */
};

static bool
next_line(struct line_reader *l)
{
	str s = extract_line_text(l->extract, l->line + 1);

	if (l->line >= l->last)
		return false;
	l->line++;
	l->rest = str_trim(str_from(s, extract_indent(s)));
	return true;
}

/* Skips blanks and at most one line end. */
static bool
skip_blank(struct line_reader *l)
{
	l->rest = str_trim(l->rest);
	return l->rest.len != 0 || next_line(l);
}

/* Skips everything up to and including end, over any number of lines. False if
 * end is missing or the bracket open ('\0': none) precedes it. */
static bool
skip_past(struct line_reader *l, char open, char end)
{
	size_t i;

	do {
		for (i = 0; i < l->rest.len && l->rest.p[i] != end; i++) {
			if (open != '\0' && l->rest.p[i] == open)
				return false;
			if (l->rest.p[i] == '\\')
				i++;
		}
		if (i < l->rest.len) {
			l->rest = str_from(l->rest, i + 1);
			return true;
		}
	} while (next_line(l));
	return false;
}

/* Skips “[label]:”. */
static bool
skip_label(struct line_reader *l)
{
	if (!str_starts(l->rest, S("[")))
		return false;
	l->rest = str_trim(str_from(l->rest, 1));
	if (str_starts(l->rest, S("]")) || !skip_past(l, '[', ']') ||
	    !str_starts(l->rest, S(":")))
		return false;
	l->rest = str_from(l->rest, 1);
	return true;
}

/* The length of “<address>” in one line, or 0. */
static size_t
bracketed_address(str s)
{
	size_t i;

	for (i = 1; i < s.len && s.p[i] != '<'; i++) {
		if (s.p[i] == '>')
			return i + 1;
		if (s.p[i] == '\\')
			i++;
	}
	return 0;
}

/* The length of an address up to a blank; 0 if its parentheses do not match. */
static size_t
bare_address(str s)
{
	size_t i, depth = 0;

	for (i = 0; i < s.len && !char_is_space(s.p[i]); i++) {
		if (s.p[i] == '\\' && i + 1 < s.len &&
		    char_is_punct(s.p[i + 1]))
			i++;
		else if (s.p[i] == '(')
			depth++;
		else if (s.p[i] == ')' && depth-- == 0)
			return 0;
	}
	return depth == 0 ? i : 0;
}

static bool
skip_address(struct line_reader *l)
{
	size_t len = str_starts(l->rest, S("<")) ? bracketed_address(l->rest) :
	    bare_address(l->rest);

	l->rest = str_from(l->rest, len);
	return len != 0 && (l->rest.len == 0 || char_is_space(l->rest.p[0]));
}

/* Skips a title at the end of a line; else moves nothing. */
static void
skip_title(struct line_reader *l)
{
	struct line_reader start = *l;
	char c;

	if (skip_blank(l) && l->rest.len != 0) {
		c = l->rest.p[0];
		l->rest = str_from(l->rest, 1);
		if ((c == '"' || c == '\'' || c == '(') &&
		    skip_past(l, c == '(' ? c : '\0', c == '(' ? ')' : c) &&
		    str_trim(l->rest).len == 0)
			return;
	}
	*l = start;
}

/* CommonMark 0.30, 4.7: label, address, title. */
static bool
skip_definition(struct line_reader *l)
{
	if (!skip_label(l) || !skip_blank(l) || !skip_address(l))
		return false;
	skip_title(l);
	return str_trim(l->rest).len == 0;
}

/* The number of lines at the block's start that are link definitions. */
static size_t
count_definitions(const struct extract *e, size_t line, size_t last)
{
	struct line_reader l = { .extract = e, .line = line - 1, .last = last };
	size_t n = 0;

	while (next_line(&l) && skip_definition(&l))
		n = l.line + 1 - line;
	return n;
}

/* --- Positions */

struct position
position_of(const struct extract *e, size_t line, size_t col, size_t last,
    bool paragraph)
{
	struct position p = { .extract = e, .line = line, .col = col,
	    .last = last };

	if (paragraph)
		p.missed = count_definitions(e, line, last);
	return p;
}

void
position_correct(struct position *p, size_t *line, size_t *col)
{
	size_t start, len, at = *col >= p->col ? *col - p->col : 0;

	if (p->known.counted != *line || p->known.passed > at) {
		p->known.counted = *line;
		p->known.line = *line + p->missed;
		p->known.passed = 0;
	}
	for (;; p->known.line++) {
		*line = p->known.line;
		len = extract_line_text(p->extract, *line).len;
		start = *line == p->line ? p->col - 1 :
		    extract_indent(extract_line_text(p->extract, *line));
		if (*line >= p->last || start + at <= len + p->known.passed)
			break;
		p->known.passed += len - start + 1;
	}
	*col = start + at - p->known.passed + 1;
}

struct pos
position_start(const struct position *p)
{
	return extract_pos(p->extract, p->line + p->missed, p->col);
}

struct pos
position_line_end(struct position *p, size_t line, size_t col, bool soft)
{
	size_t counted = line;
	str text;

	position_correct(p, &line, &col);
	text = extract_line_text(p->extract, line);
	if (soft || !str_ends(text, S("\\")))
		p->missed = line - counted;
	return extract_pos(p->extract, line, str_rtrim(text).len + 1);
}
