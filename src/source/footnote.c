/* SPDX-License-Identifier: ISC */
#include "source/footnote.h"

#include <string.h>

#include "base/arena.h"
#include "source/block_mark.h"
#include "source/extract.h"
#include "source/list_marker.h"

/* --- Finding definitions */

/* Returns the length of “[^label]:” with at most three spaces before it, or
 * 0. */
static size_t
definition(str line, str *label)
{
	size_t i = 0, end;

	while (i < line.len && i < 3 && line.p[i] == ' ')
		i++;
	if (!str_starts(str_from(line, i), S("[^")))
		return 0;
	i += 2;
	for (end = i; end < line.len && line.p[end] != ']' &&
	    line.p[end] != '[' && !char_is_space(line.p[end]); end++)
		;
	if (end == i || !str_starts(str_from(line, end), S("]:")))
		return 0;
	*label = (str){ line.p + i, end - i };
	return end + 2;
}

/* The indentation in columns; a tab counts as four. */
static size_t
indentation(str line)
{
	size_t i, columns = 0;

	for (i = 0; i < line.len &&
	    (line.p[i] == ' ' || line.p[i] == '\t'); i++)
		columns += line.p[i] == '\t' ? 4 : 1;
	return columns;
}

static bool
is_blank(str line)
{
	return str_trim(line).len == 0;
}

/* “a) ”, from dialect 2 on. “(c) bendinde” may continue a sentence. */
static bool
begins_item(str s, unsigned dialect)
{
	struct list_marker m;

	return dialect >= 2 && list_marker_read(s, &m) && !m.bracketed &&
	    m.may[0].family != NUMBERING_DECIMAL;
}

/* Whether an unindented line begins a new block, so that it cannot continue a
 * footnote's paragraph. */
static bool
begins_block(const struct doc *doc, str line)
{
	str label, s = str_from(line, extract_indent(line));

	return definition(line, &label) != 0 || str_starts(s, S("#")) ||
	    str_starts(s, S("```")) || str_starts(s, S("~~~")) ||
	    str_starts(s, S("- ")) || str_starts(s, S("* ")) ||
	    str_starts(s, S("+ ")) || str_starts(s, S("|")) ||
	    str_starts(line, S(">")) || begins_item(s, doc->dialect) ||
	    block_mark_is(doc, s);
}

/* The last line of the footnote that begins in line n. */
static size_t
footnote_end(const struct extract *e, const struct doc *doc, size_t n)
{
	bool blank = false;
	size_t last = n;
	str line;

	while (++n <= e->num_lines) {
		line = extract_line_text(e, n);
		if (is_blank(line)) {
			blank = true;
			continue;
		}
		if (indentation(line) < 4 && (blank || begins_block(doc, line)))
			break;
		last = n;
		blank = false;
	}
	return last;
}

/* The length of a list marker (“- ”, “3. ”, from dialect 2 on “a) ”) with the
 * blanks after it, or 0. */
static size_t
list_marker(str s, unsigned dialect)
{
	size_t digits = 0, n;
	struct list_marker m;

	if (dialect >= 2 && list_marker_read(s, &m))
		return m.len;

	while (digits < s.len && digits < 9 && char_is_digit(s.p[digits]))
		digits++;
	n = digits;
	if (n == s.len || strchr(digits != 0 ? ".)" : "-+*", s.p[n]) == NULL)
		return 0;
	s = str_from(s, ++n);
	return s.len != 0 && s.p[0] == ' ' ? n + str_span(s, ' ') : 0;
}

/* The state of fenced code, line by line. */
struct fence {
	char	c;			/* 0: outside */
	size_t	len;
};

static bool
fence_step(struct fence *f, str line, unsigned dialect)
{
	str s = str_from(line, extract_indent(line));
	size_t n;
	char c;

	/* “3. ```” opens a fence, too. */
	while (f->c == 0 && (n = list_marker(s, dialect)) != 0)
		s = str_from(s, n);
	c = s.len != 0 ? s.p[0] : '\0';
	n = str_span(s, c);
	if (n < 3 || (c != '`' && c != '~'))
		return f->c != 0;
	if (f->c == 0)
		*f = (struct fence){ c, n };
	else if (f->c == c && n >= f->len && is_blank(str_from(s, n)))
		f->c = 0;
	return true;
}

/* A definition and its lines. */
struct span {
	size_t	first, last;
	str	label;
};

/* Lists the definitions without moving them. */
static size_t
find_definitions(const struct extract *e, const struct doc *doc,
    struct span *spans)
{
	struct fence fence = { 0, 0 };
	size_t n, num = 0;
	str label, line;

	for (n = 1; n <= e->num_lines; n++) {
		line = extract_line_text(e, n);
		if (fence_step(&fence, line, doc->dialect) ||
		    definition(line, &label) == 0)
			continue;
		spans[num] = (struct span){ n, footnote_end(e, doc, n), label };
		n = spans[num++].last;
	}
	return num;
}

/* The maximum number of definitions. */
static size_t
count_markers(str text)
{
	size_t num = 0, at;

	for (; (at = str_search(text, S("[^"))) < text.len; num++)
		text = str_from(text, at + 2);
	return num;
}

/* --- Moving definitions */

/* The length of the line's indentation, at most four columns of it. */
static size_t
indent_length(str line)
{
	size_t i = 0, columns = 0;

	while (i < line.len && columns < 4 &&
	    (line.p[i] == ' ' || line.p[i] == '\t'))
		columns += line.p[i++] == '\t' ? 4 : 1;
	return i;
}

static void
move_definition(struct extract_draft *d, const struct extract *e,
    const struct span *span)
{
	str label, line = extract_line_text(e, span->first);
	size_t n, at = definition(line, &label);

	extract_begin_quote(d, e->lines[span->first - 1].line);
	for (n = span->first; n <= span->last; n++) {
		line = extract_line_text(e, n);
		if (n != span->first)
			at = indent_length(line);
		else
			while (at < line.len && char_is_space(line.p[at]))
				at++;
		extract_put(d, S("> "), str_from(line, at), e->lines[n -
		    1].line, e->lines[n - 1].shift + (int)at - 2);
	}
}

static void
move_definitions(struct extract *e, struct arena *a, const struct span *spans,
    size_t num)
{
	struct extract_draft d = { 0 };
	size_t i, next = 1;

	for (i = 0; i < num; i++) {
		extract_copy(&d, e, next, spans[i].first - 1);
		next = spans[i].last + 1;
	}
	extract_copy(&d, e, next, e->num_lines);
	for (i = 0; i < num; i++)
		move_definition(&d, e, &spans[i]);
	extract_finish(&d, e, a);
}

/* Before anything moves: the spans are lines of this extract. */
static void
list_footnotes(struct footnotes *f, const struct extract *e, struct arena *a,
    const struct span *spans)
{
	size_t i, n;

	f->list = arena_array(a, struct footnote, f->num);
	for (i = 0; i < f->num; i++) {
		n = spans[i].first;
		f->list[i].label = spans[i].label;
		f->list[i].pos = (struct pos){ e->lines[n - 1].line,
		    (unsigned)extract_indent(extract_line_text(e, n)) + 1 };
	}
}

void
footnote_extract(struct footnotes *f, struct extract *e, struct doc *doc)
{
	size_t max = count_markers(e->text);
	struct span *spans;

	*f = (struct footnotes){ 0 };
	if (max == 0)
		return;
	spans = arena_array(doc->arena, struct span, max);
	f->num = find_definitions(e, doc, spans);
	if (f->num == 0)
		return;
	list_footnotes(f, e, doc->arena, spans);
	move_definitions(e, doc->arena, spans, f->num);
}

/* --- Mentions */

void
footnote_index(struct footnotes *f, struct doc *doc)
{
	struct map_slot *slot;
	struct footnote *footnote;
	size_t i;

	f->labels = map_make(doc->arena);
	f->mentioned = arena_array(doc->arena, struct footnote *, f->num);
	for (i = 0; i < f->num; i++) {
		footnote = &f->list[i];
		slot = map_slot(&f->labels, footnote->label);
		footnote->repeated = slot->value != NULL;
		if (footnote->repeated)
			doc_diag(doc, DIAG_FOOTNOTE_TWICE, footnote->pos,
			    footnote->label);
		else
			slot->value = footnote;
	}
}

struct footnote *
footnote_find(const struct footnotes *f, str label)
{
	struct map_slot *slot = map_find(&f->labels, label);

	return slot != NULL ? slot->value : NULL;
}

void
footnote_mention(struct footnotes *f, struct footnote *footnote)
{
	if (footnote->uses++ != 0)
		return;
	f->mentioned[f->num_mentioned++] = footnote;
	footnote->number = (unsigned)f->num_mentioned;
}

void
footnote_check(const struct footnotes *f, struct doc *doc)
{
	size_t i;

	for (i = 0; i < f->num; i++)
		if (f->list[i].uses == 0 && !f->list[i].repeated)
			doc_diag(doc, DIAG_FOOTNOTE_UNUSED, f->list[i].pos,
			    f->list[i].label);
}
