/* SPDX-License-Identifier: ISC */
#include "source/extract.h"

#include <string.h>

#include "base/arena.h"
#include "base/compose.h"
#include "base/mem.h"
#include "base/sink.h"
#include "source/source_text.h"

/*
 * What cmark reads
 * ----------------
 * cmark knows neither tables nor footnotes. It reads a table as a paragraph
 * whose cells run together, and “[^1]: text” as a link definition or a
 * paragraph. Both are therefore taken out before the last parse, in steps, each
 * of which writes a draft and replaces the extract with it:
 *
 * 1. footnote_extract() takes out the definitions of footnotes.
 * 2. block_mark_extract() replaces “::: ek”, “:::” and “\newpage” with empty
 *    comments, which end paragraphs, lists and tables.
 * 3. pipe_table_extract() needs to know where paragraphs are, because a table
 *    may interrupt one and stands in lists and quotations, too. So the text is
 *    parsed once without the tables; each table then leaves one line, which
 *    cmark reads as a heading, at its place, and its cells go to the end.
 *
 * What is taken out is appended as one block quote for each footnote, then one
 * for each table, with a paragraph for each cell. In the same parse, because
 * its inlines may use link definitions of the text. As a block quote, because
 * nothing in it, not even an open fence or list, can reach the next one. The
 * order tells which is which: body.c lists the block quotes after the line
 * `appended` and hands them to their footnotes and tables by number.
 *
 * Between the two, list_pass() rewrites the markers of lists that CommonMark
 * does not know, “ç) ”, as “1) ”.
 *
 * Each line of the extract knows the line of the source that it comes from and
 * how far its columns are shifted. A draft is made from an extract and passes
 * these on (extract_replace), so that after all steps, and in every message,
 * a position is one of the source (extract_pos).
 */

/* --- The text */

static const str *
list_lines(struct arena *a, str text)
{
	str *lines = arena_array(a, str, str_count(text, '\n') + 1);
	size_t num = 0;

	while (str_line(&text, &lines[num]))
		num++;
	return lines;
}

void
extract_begin(struct extract *e, struct doc *doc, str text, unsigned line)
{
	str rest, s;
	size_t num = 0;

	*e = (struct extract){ .text = source_text_composed(doc, text),
	    .first = line + 1 };
	if (e->text.p != text.p)
		e->typed = list_lines(doc->arena, text);
	rest = text = e->text;
	while (str_line(&rest, &s))
		num++;
	e->lines = arena_array(doc->arena, struct extract_line, num);
	for (rest = text; str_line(&rest, &s);)
		e->lines[e->num_lines++] = (struct extract_line){ ++line, 0,
		    (unsigned)(s.p - text.p), 0, NULL };
}

str
extract_line_text(const struct extract *e, size_t n)
{
	size_t start, end;

	if (n == 0 || n > e->num_lines)
		return S("");
	/* Callers ask for each word of a line of megabytes: no search. */
	start = e->lines[n - 1].offset;
	end = n < e->num_lines ? e->lines[n].offset : e->text.len;
	if (end > start && e->text.p[end - 1] == '\n')
		end--;
	return (str){ e->text.p + start, end - start };
}

str
extract_line_from(const struct extract *e, size_t n, size_t at)
{
	return str_from(extract_line_text(e, n), at);
}

struct pos
extract_typed(const struct extract *e, struct pos pos)
{
	if (e->typed != NULL && pos.line >= e->first)
		pos.col = (unsigned)compose_column(e->typed[pos.line -
		    e->first], pos.col);
	return pos;
}

struct pos
extract_pos(const struct extract *e, size_t n, size_t col)
{
	const struct extract_mark *mark;
	int shift;

	if (n == 0 || n > e->num_lines)
		return (struct pos){ 0, 0 };
	shift = e->lines[n - 1].shift;
	for (mark = e->lines[n - 1].mark; mark != NULL && col < mark->end;
	    mark = mark->outer)
		shift -= mark->saved;
	return extract_typed(e, (struct pos){ e->lines[n - 1].line,
	    (unsigned)(col + (size_t)shift) });
}

size_t
extract_indent(str line)
{
	size_t i;

	for (i = 0; i < line.len && (line.p[i] == ' ' || line.p[i] == '\t' ||
	    line.p[i] == '>'); i++)
		;
	return i;
}

/* --- Drafts */

void
extract_put(struct extract_draft *d, str prefix, str s, unsigned line,
    int shift)
{
	if (d->num == d->cap) {
		d->cap = d->cap != 0 ? d->cap * 2 : 64;
		d->lines = mem_realloc(d->lines, d->cap * sizeof(*d->lines));
	}
	d->lines[d->num++] = (struct extract_line){ line, shift,
	    (unsigned)d->text.len, 0, NULL };
	sink_put(&d->text, prefix);
	sink_put(&d->text, s);
	sink_char(&d->text, '\n');
}

void
extract_replace(struct extract_draft *d, const struct extract *e, size_t n,
    str prefix, str s)
{
	if (n == e->appended)
		d->appended = d->num + 1;
	extract_put(d, prefix, s, e->lines[n - 1].line, e->lines[n - 1].shift);
	d->lines[d->num - 1].mark = e->lines[n - 1].mark;
	d->lines[d->num - 1].block = e->lines[n - 1].block;
}

void
extract_copy(struct extract_draft *d, const struct extract *e, size_t first,
    size_t last)
{
	size_t n;

	for (n = first; n <= last; n++)
		extract_replace(d, e, n, S(""), extract_line_text(e, n));
}

void
extract_begin_quote(struct extract_draft *d, unsigned line)
{
	extract_put(d, S(""), S(""), line, 0);
	if (d->appended == 0)
		d->appended = d->num + 1;
	d->quotes++;
}

void
extract_finish(struct extract_draft *d, struct extract *e, struct arena *a)
{
	e->text = str_copy(a, sink_str(&d->text));
	e->num_lines = d->num;
	e->lines = arena_array(a, struct extract_line, d->num);
	if (d->num != 0)
		memcpy(e->lines, d->lines, d->num * sizeof(*d->lines));
	e->appended = d->appended;
	e->quotes += d->quotes;
	sink_free(&d->text);
	mem_free(d->lines);
}
