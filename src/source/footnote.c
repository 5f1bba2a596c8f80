/* SPDX-License-Identifier: ISC */
#include "source/footnote.h"

#include <string.h>

#include "base/arena.h"
#include "source/extract.h"

/* --- Finding definitions */

/* “[^label]:” with at most three spaces before it; the length of all that,
 * or 0. */
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

/* Spaces before the text, a tab as four. */
static size_t
indentation(str line)
{
	size_t i, columns = 0;

	for (i = 0; i < line.len && (line.p[i] == ' ' || line.p[i] == '\t');
	    i++)
		columns += line.p[i] == '\t' ? 4 : 1;
	return columns;
}

static bool
is_blank(str line)
{
	return str_trim(line).len == 0;
}

/* Whether an unindented line begins a block of its own, so that it cannot
 * continue a footnote's paragraph. */
static bool
begins_block(str line)
{
	str label, s = str_from(line, extract_indent(line));

	return definition(line, &label) != 0 || str_starts(s, S("#")) ||
	    str_starts(s, S("```")) || str_starts(s, S("~~~")) ||
	    str_starts(s, S("- ")) || str_starts(s, S("* ")) ||
	    str_starts(s, S("+ ")) || str_starts(s, S("|")) ||
	    str_starts(line, S(">"));
}

/* The last line of the footnote that begins in line n. */
static size_t
footnote_end(const struct extract *c, size_t n)
{
	bool blank = false;
	size_t last = n;
	str line;

	while (++n <= c->num_lines) {
		line = extract_line_text(c, n);
		if (is_blank(line)) {
			blank = true;
			continue;
		}
		if (indentation(line) < 4 && (blank || begins_block(line)))
			break;
		last = n;
		blank = false;
	}
	return last;
}

/* How long “- ”, “3. ” and what stands between it and the text are, or 0. */
static size_t
list_mark(str s)
{
	size_t digits = 0, n;

	while (digits < s.len && digits < 9 && char_is_digit(s.p[digits]))
		digits++;
	n = digits;
	if (n == s.len || strchr(digits != 0 ? ".)" : "-+*", s.p[n]) == NULL)
		return 0;
	s = str_from(s, ++n);
	return s.len != 0 && s.p[0] == ' ' ? n + str_span(s, ' ') : 0;
}

/* Follows fenced code line by line. */
struct fence {
	char	c;			/* 0: outside */
	size_t	len;
};

static bool
fence_step(struct fence *f, str line)
{
	str s = str_from(line, extract_indent(line));
	size_t n;
	char c;

	/* “3. ```” opens one, too. */
	while (f->c == 0 && (n = list_mark(s)) != 0)
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

/* A definition, and the lines that it takes. */
struct span {
	size_t	first, last;
	str	label;
};

/* Lists the definitions; none moves yet. */
static size_t
find_definitions(const struct extract *c, struct span *spans)
{
	struct fence fence = { 0, 0 };
	size_t n, num = 0;
	str label, line;

	for (n = 1; n <= c->num_lines; n++) {
		line = extract_line_text(c, n);
		if (fence_step(&fence, line) || definition(line, &label) == 0)
			continue;
		spans[num] = (struct span){ n, footnote_end(c, n), label };
		n = spans[num++].last;
	}
	return num;
}

/* How many there can be at most. */
static size_t
count_marks(str text)
{
	size_t num = 0, at;

	for (; (at = str_search(text, S("[^"))) < text.len; num++)
		text = str_from(text, at + 2);
	return num;
}

/* --- Moving them */

/* Takes at most four columns of indentation off. */
static size_t
outdent(str line)
{
	size_t i = 0, columns = 0;

	while (i < line.len && columns < 4 &&
	    (line.p[i] == ' ' || line.p[i] == '\t'))
		columns += line.p[i++] == '\t' ? 4 : 1;
	return i;
}

static void
move_definition(struct extract_draft *d, const struct extract *c,
    const struct span *span)
{
	str label, line = extract_line_text(c, span->first);
	size_t n, at = definition(line, &label);

	extract_begin_quote(d, c->lines[span->first - 1].line);
	for (n = span->first; n <= span->last; n++) {
		line = extract_line_text(c, n);
		if (n != span->first)
			at = outdent(line);
		else
			while (at < line.len && char_is_space(line.p[at]))
				at++;
		extract_put(d, S("> "), str_from(line, at), c->lines[n -
		    1].line, c->lines[n - 1].shift + (int)at - 2);
	}
}

static void
move_definitions(struct extract *c, struct arena *a, const struct span *spans,
    size_t num)
{
	struct extract_draft d = { 0 };
	size_t i, next = 1;

	for (i = 0; i < num; i++) {
		extract_copy(&d, c, next, spans[i].first - 1);
		next = spans[i].last + 1;
	}
	extract_copy(&d, c, next, c->num_lines);
	for (i = 0; i < num; i++)
		move_definition(&d, c, &spans[i]);
	extract_finish(&d, c, a);
}

/* The lines are those of the cut before anything moves. */
static void
list_footnotes(struct footnotes *f, const struct extract *c, struct arena *a,
    const struct span *spans)
{
	size_t i, n;

	f->list = arena_array(a, struct footnote, f->num);
	for (i = 0; i < f->num; i++) {
		n = spans[i].first;
		f->list[i].label = spans[i].label;
		f->list[i].pos = (struct pos){ c->lines[n - 1].line,
		    (unsigned)extract_indent(extract_line_text(c, n)) + 1 };
	}
}

void
footnote_cut(struct footnotes *f, struct extract *c, struct doc *doc)
{
	size_t max = count_marks(c->text);
	struct span *spans;

	*f = (struct footnotes){ 0 };
	if (max == 0)
		return;
	spans = arena_array(doc->arena, struct span, max);
	f->num = find_definitions(c, spans);
	if (f->num == 0)
		return;
	list_footnotes(f, c, doc->arena, spans);
	move_definitions(c, doc->arena, spans, f->num);
}

/* --- Mentions */

void
footnote_open(struct footnotes *f, struct doc *doc)
{
	struct map_slot *slot;
	struct footnote *note;
	size_t i;

	f->labels = map_make(doc->arena);
	f->mentioned = arena_array(doc->arena, struct footnote *, f->num);
	for (i = 0; i < f->num; i++) {
		note = &f->list[i];
		slot = map_slot(&f->labels, note->label);
		note->twice = slot->value != NULL;
		if (note->twice)
			doc_diag(doc, DIAG_FOOTNOTE_TWICE, note->pos,
			    note->label);
		else
			slot->value = note;
	}
}

struct footnote *
footnote_find(const struct footnotes *f, str label)
{
	struct map_slot *slot = map_find(&f->labels, label);

	return slot != NULL ? slot->value : NULL;
}

void
footnote_mention(struct footnotes *f, struct footnote *note)
{
	if (note->uses++ != 0)
		return;
	f->mentioned[f->num_mentioned++] = note;
	note->number = (unsigned)f->num_mentioned;
}

void
footnote_check(const struct footnotes *f, struct doc *doc)
{
	size_t i;

	for (i = 0; i < f->num; i++)
		if (f->list[i].uses == 0 && !f->list[i].twice)
			doc_diag(doc, DIAG_FOOTNOTE_UNUSED, f->list[i].pos,
			    f->list[i].label);
}
