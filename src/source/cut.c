/* SPDX-License-Identifier: ISC */
#include "cut.h"

#include <string.h>

#include "../base/arena.h"
#include "../base/mem.h"
#include "../base/sink.h"

/* No page or sheet is as wide; a row is filled up to the header's width. */
enum { COLUMNS_LIMIT = 100 };

/* --- The text */

void
cut_begin(struct cut *c, struct doc *doc, str text, unsigned line)
{
	str rest = text, s;
	size_t num = 0;

	*c = (struct cut){ .text = text };
	while (str_line(&rest, &s))
		num++;
	c->lines = arena_array(doc->arena, struct cut_line, num);
	for (rest = text; str_line(&rest, &s);)
		c->lines[c->num_lines++] = (struct cut_line){ ++line, 0,
		    (size_t)(s.p - text.p) };
}

str
cut_line_text(const struct cut *c, size_t n)
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
cut_place(const struct cut *c, size_t n, size_t col)
{
	if (n == 0 || n > c->num_lines)
		return (struct pos){ 0, 0 };
	return (struct pos){ c->lines[n - 1].line,
	    (unsigned)((int)col + c->lines[n - 1].shift) };
}

size_t
cut_indent(str line)
{
	size_t i;

	for (i = 0; i < line.len && (line.p[i] == ' ' || line.p[i] == '\t' ||
	    line.p[i] == '>'); i++)
		;
	return i;
}

/* --- A text that is written anew */

void
cut_put(struct cut_draft *d, str prefix, str s, unsigned line, int shift)
{
	if (d->num == d->cap) {
		d->cap = d->cap != 0 ? d->cap * 2 : 64;
		d->lines = mem_realloc(d->lines, d->cap * sizeof(*d->lines));
	}
	d->lines[d->num++] = (struct cut_line){ line, shift, d->text.len };
	sink_put(&d->text, prefix);
	sink_put(&d->text, s);
	sink_char(&d->text, '\n');
}

void
cut_replace(struct cut_draft *d, const struct cut *c, size_t n, str prefix,
    str s)
{
	if (n == c->behind)
		d->behind = d->num + 1;
	cut_put(d, prefix, s, c->lines[n - 1].line, c->lines[n - 1].shift);
}

void
cut_copy(struct cut_draft *d, const struct cut *c, size_t first, size_t last)
{
	size_t n;

	for (n = first; n <= last; n++)
		cut_replace(d, c, n, S(""), cut_line_text(c, n));
}

void
cut_begin_quote(struct cut_draft *d, unsigned line)
{
	cut_put(d, S(""), S(""), line, 0);
	if (d->behind == 0)
		d->behind = d->num + 1;
	d->quotes++;
}

void
cut_finish(struct cut_draft *d, struct cut *c, struct arena *a)
{
	c->text = str_copy(a, sink_str(&d->text));
	c->num_lines = d->num;
	c->lines = arena_array(a, struct cut_line, d->num);
	if (d->num != 0)
		memcpy(c->lines, d->lines, d->num * sizeof(*d->lines));
	c->behind = d->behind;
	c->quotes += d->quotes;
	sink_free(&d->text);
	mem_free(d->lines);
}

/* --- Tables */

/* Takes the next cell off *row: up to “|” that no “\” precedes. */
static bool
next_cell(str *row, str *cell)
{
	size_t i;

	if (row->len == 0)
		return false;
	for (i = 0; i < row->len && row->p[i] != '|'; i++)
		if (row->p[i] == '\\' && i + 1 < row->len)
			i++;
	*cell = str_trim(str_upto(*row, i));
	if (cell->len == 0)
		cell->p = row->p + i;
	*row = str_from(*row, i + 1);
	return true;
}

/* A row without its outer pipes. */
static str
inside(str row)
{
	row = str_trim(row);
	if (str_starts(row, S("|")))
		row = str_from(row, 1);
	return row;
}

static size_t
count_cells(str row)
{
	size_t num = 0;
	str cell;

	for (row = inside(row); next_cell(&row, &cell);)
		num++;
	return num;
}

static bool
read_align(str cell, enum align *align)
{
	bool left = str_starts(cell, S(":")), right = str_ends(cell, S(":"));
	size_t i, end = cell.len - (right && cell.len != 0);

	for (i = left; i < end; i++)
		if (cell.p[i] != '-')
			return false;
	*align = left && right ? ALIGN_CENTER : left ? ALIGN_LEFT :
	    right ? ALIGN_RIGHT : ALIGN_NONE;
	return end > left;
}

/* “|---|:-:|”: the number of columns, or 0. align may be NULL. */
static size_t
delimiter(str row, enum align *align)
{
	enum align unused;
	size_t num = 0;
	str cell;

	if (str_find(row, '|') == row.len || str_find(row, '-') == row.len)
		return 0;
	for (row = inside(row); next_cell(&row, &cell); num++)
		if (!read_align(cell, align != NULL ? &align[num] : &unused))
			return 0;
	return num;
}

bool
cut_may_have_tables(str text)
{
	str line;

	if (str_find(text, '|') == text.len)
		return false;
	while (str_line(&text, &line))
		if (delimiter(str_from(line, cut_indent(line)), NULL) != 0)
			return true;
	return false;
}

/* A line of the paragraph without the marks of what it stands in. */
static str
content(const struct cut *c, const struct cut_paragraph *p, size_t n,
    size_t *at)
{
	str line = cut_line_text(c, n);

	*at = n == p->first ? p->col - 1 : cut_indent(line);
	return str_from(line, *at);
}

/* The line of the header row in the paragraph, or 0. */
static size_t
find_header(const struct cut *c, struct doc *doc,
    const struct cut_paragraph *p)
{
	size_t n, at, columns;

	for (n = p->first; n + 1 <= p->last; n++) {
		columns = delimiter(content(c, p, n + 1, &at), NULL);
		if (columns == 0 || columns != count_cells(content(c, p, n,
		    &at)))
			continue;
		if (columns <= COLUMNS_LIMIT)
			return n;
		doc_diag(doc, DIAG_TABLE_WIDE, cut_place(c, n, at + 1),
		    str_uint(doc->arena, columns));
	}
	return 0;
}

/* One cell as a paragraph. “\|” stays: to CommonMark, too, it is a pipe,
 * and where it is not, in code, inline.c takes the backslash off. */
static void
draft_cell(struct cut_draft *d, str cell, unsigned line, int col)
{
	cut_put(d, S("> ."), cell, line, col - 4);
	cut_put(d, S(">"), S(""), line, 0);
}

static size_t
draft_row(struct cut_draft *d, const struct cut_line *origin, str whole,
    size_t at)
{
	str cell, row = inside(str_from(whole, at));
	size_t num = 0;

	for (; next_cell(&row, &cell); num++)
		draft_cell(d, cell, origin->line,
		    (int)(cell.p - whole.p) + 1 + origin->shift);
	return num;
}

static void
draft_cells(struct cut_draft *d, struct doc *doc, const struct cut *c,
    const struct cut_paragraph *p, struct cut_table *t, size_t header)
{
	size_t n, at;
	struct cut_row *row;

	cut_begin_quote(d, t->pos.line);
	t->rows = arena_array(doc->arena, struct cut_row, p->last - header);
	for (n = header; n <= p->last; n++) {
		if (n == header + 1)
			continue;
		content(c, p, n, &at);
		row = &t->rows[t->num++];
		row->pos = cut_place(c, n, at + 1);
		row->cells = draft_row(d, &c->lines[n - 1],
		    cut_line_text(c, n), at);
	}
}

/* How much of a header row's line stays before “# T”: the marks of what the
 * table stands in, but not an indentation that makes the line code. */
static size_t
heading_indent(const struct cut_paragraph *p, str line, size_t at)
{
	size_t i, least = 0;

	for (i = 0; i < at; i++)
		if (line.p[i] == '>')
			least = i + 1;
	if (at < p->col)
		return at;
	return least > p->col - 1 ? least : p->col - 1;
}

/* Notes the table and puts “# T” in its place. */
static void
replace_table(struct cut_draft *d, struct doc *doc, const struct cut *c,
    const struct cut_paragraph *p, struct cut_table *t, size_t header)
{
	str line = cut_line_text(c, header);
	enum align *align;
	size_t at;

	t->columns = delimiter(content(c, p, header + 1, &at), NULL);
	align = arena_array(doc->arena, enum align, t->columns);
	delimiter(content(c, p, header + 1, &at), align);
	t->align = align;
	content(c, p, header, &at);
	t->pos = cut_place(c, header, at + 1);
	cut_replace(d, c, header, str_upto(line, header == p->first ? at :
	    heading_indent(p, line, at)), S("# T"));
	t->line = d->num;
}

static size_t
find_tables(const struct cut *c, struct doc *doc,
    const struct cut_paragraph *paragraphs, size_t num, size_t *headers)
{
	size_t i, found = 0;

	for (i = 0; i < num; i++) {
		headers[i] = find_header(c, doc, &paragraphs[i]);
		found += headers[i] != 0;
	}
	return found;
}

bool
cut_tables(struct cut *c, struct doc *doc,
    const struct cut_paragraph *paragraphs, size_t num)
{
	size_t *headers = arena_array(doc->arena, size_t, num);
	struct cut_draft d = { 0 };
	size_t i, next = 1, t = 0;

	c->num_tables = find_tables(c, doc, paragraphs, num, headers);
	if (c->num_tables == 0)
		return false;
	c->tables = arena_array(doc->arena, struct cut_table, c->num_tables);
	for (i = 0; i < num; i++) {
		if (headers[i] == 0)
			continue;
		cut_copy(&d, c, next, headers[i] - 1);
		replace_table(&d, doc, c, &paragraphs[i], &c->tables[t++],
		    headers[i]);
		next = paragraphs[i].last + 1;
	}
	cut_copy(&d, c, next, c->num_lines);
	for (i = t = 0; i < num; i++)
		if (headers[i] != 0)
			draft_cells(&d, doc, c, &paragraphs[i], &c->tables[t++],
			    headers[i]);
	cut_finish(&d, c, doc->arena);
	return true;
}
