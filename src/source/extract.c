/* SPDX-License-Identifier: ISC */
#include "source/extract.h"

#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/sink.h"

/* --- The text */

void
extract_begin(struct extract *e, struct doc *doc, str text, unsigned line)
{
	str rest = text, s;
	size_t num = 0;

	*e = (struct extract){ .text = text };
	while (str_line(&rest, &s))
		num++;
	e->lines = arena_array(doc->arena, struct extract_line, num);
	for (rest = text; str_line(&rest, &s);)
		e->lines[e->num_lines++] = (struct extract_line){ ++line, 0,
		    (size_t)(s.p - text.p) };
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

struct pos
extract_pos(const struct extract *e, size_t n, size_t col)
{
	if (n == 0 || n > e->num_lines)
		return (struct pos){ 0, 0 };
	return (struct pos){ e->lines[n - 1].line,
	    (unsigned)((int)col + e->lines[n - 1].shift) };
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
	d->lines[d->num++] = (struct extract_line){ line, shift, d->text.len };
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
