/* SPDX-License-Identifier: ISC */
#include "source/extract.h"

#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/sink.h"

/* --- The text */

void
extract_begin(struct extract *c, struct doc *doc, str text, unsigned line)
{
	str rest = text, s;
	size_t num = 0;

	*c = (struct extract){ .text = text };
	while (str_line(&rest, &s))
		num++;
	c->lines = arena_array(doc->arena, struct extract_line, num);
	for (rest = text; str_line(&rest, &s);)
		c->lines[c->num_lines++] = (struct extract_line){ ++line, 0,
		    (size_t)(s.p - text.p) };
}

str
extract_line_text(const struct extract *c, size_t n)
{
	size_t at, end;

	if (n == 0 || n > c->num_lines)
		return S("");
	/* Asked for each word of a line of megabytes: no search. */
	at = c->lines[n - 1].at;
	end = n < c->num_lines ? c->lines[n].at : c->text.len;
	if (end > at && c->text.p[end - 1] == '\n')
		end--;
	return (str){ c->text.p + at, end - at };
}

struct pos
extract_pos(const struct extract *c, size_t n, size_t col)
{
	if (n == 0 || n > c->num_lines)
		return (struct pos){ 0, 0 };
	return (struct pos){ c->lines[n - 1].line,
	    (unsigned)((int)col + c->lines[n - 1].shift) };
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

/* --- A text that is written anew */

void
extract_put(struct extract_draft *d, str prefix, str s, unsigned line, int
    shift)
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
extract_replace(struct extract_draft *d, const struct extract *c, size_t n, str
    prefix, str s)
{
	if (n == c->appended)
		d->appended = d->num + 1;
	extract_put(d, prefix, s, c->lines[n - 1].line, c->lines[n - 1].shift);
}

void
extract_copy(struct extract_draft *d, const struct extract *c, size_t first,
    size_t last)
{
	size_t n;

	for (n = first; n <= last; n++)
		extract_replace(d, c, n, S(""), extract_line_text(c, n));
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
extract_finish(struct extract_draft *d, struct extract *c, struct arena *a)
{
	c->text = str_copy(a, sink_str(&d->text));
	c->num_lines = d->num;
	c->lines = arena_array(a, struct extract_line, d->num);
	if (d->num != 0)
		memcpy(c->lines, d->lines, d->num * sizeof(*d->lines));
	c->appended = d->appended;
	c->quotes += d->quotes;
	sink_free(&d->text);
	mem_free(d->lines);
}
