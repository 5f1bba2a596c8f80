/* SPDX-License-Identifier: ISC */
#include "source/pipe_table.h"

#include "base/arena.h"

/* No page or sheet is that wide. A limit is necessary because every row gets
 * as many cells as the header. */
enum { COLUMNS_LIMIT = 100 };

/* --- Finding tables */

bool
pipe_table_is_possible(str text)
{
	str line;

	if (str_find(text, '|') == text.len)
		return false;
	while (str_line(&text, &line))
		if (pipe_row_delimiter(str_from(line, extract_indent(line)),
		    NULL) != 0)
			return true;
	return false;
}

/* The text of the paragraph's line n, without the markers of the blocks around
 * it; *at is its offset in the line. */
static str
row_text(const struct extract *e, const struct paragraph *p,
    size_t n, size_t *at)
{
	str line = extract_line_text(e, n);

	*at = n == p->first ? p->col - 1 : extract_indent(line);
	return str_from(line, *at);
}

/* Returns the line of the header row in the paragraph, or 0. */
static size_t
find_header(const struct extract *e, struct doc *doc,
    const struct paragraph *p)
{
	size_t n, at, columns;

	for (n = p->first; n + 1 <= p->last; n++) {
		columns = pipe_row_delimiter(row_text(e, p, n + 1, &at), NULL);
		if (columns == 0 || columns != pipe_row_count(row_text(e, p,
		    n, &at)))
			continue;
		if (columns <= COLUMNS_LIMIT)
			return n;
		doc_diag(doc, DIAG_TABLE_WIDE, extract_pos(e, n, at + 1),
		    str_uint(doc->arena, columns));
	}
	return 0;
}

/* --- Extracting tables */

/* Keeps a plain cell, or writes the cell as a paragraph. “\|” stays: to CommonMark it is a pipe, too,
 * except in code, where inline removes the backslash. */
static void
draft_cell(struct extract_draft *d, str s, unsigned line,
    struct pipe_cell *cell)
{
	cell->blank = s.len == 0;
	cell->plain = pipe_row_is_plain(s);
	cell->text = s.p;
	cell->len = (unsigned)s.len;
	if (cell->plain)
		return;
	extract_put(d, S("> ."), s, line, (int)cell->col - 4);
	extract_put(d, S(">"), S(""), line, 0);
}

/* Drafts line n as a row of the table. */
static void
draft_row(struct extract_draft *d, struct doc *doc, const struct extract *e,
    const struct paragraph *p, size_t n, struct pipe_table_row *row)
{
	const struct extract_line *origin = &e->lines[n - 1];
	size_t at, i;
	str line = row_text(e, p, n, &at), rest = pipe_row_begin(line), cell;

	row->pos = extract_pos(e, n, at + 1);
	row->num = pipe_row_count(line);
	row->cells = arena_array(doc->arena, struct pipe_cell, row->num);
	row->bare = str_find(line, '|') == line.len;
	for (i = 0; pipe_row_next(&rest, &cell, &row->cells[i].mark); i++) {
		if (doc->dialect < 2)
			row->cells[i].mark = PIPE_TEXT;
		row->cells[i].col = (unsigned)((int)(cell.p - line.p + 1) +
		    (int)at + origin->shift);
		draft_cell(d, cell, origin->line, &row->cells[i]);
	}
}

/* A blank header row is none, where there are other rows. */
static void
draft_rows(struct extract_draft *d, struct doc *doc, const struct extract *e,
    const struct paragraph *p, struct pipe_table *t, size_t header)
{
	size_t n, at, lines;

	t->has_head = doc->dialect < 2 || !pipe_row_is_blank(row_text(e, p,
	    header, &at));
	extract_begin_quote(d, 0);
	lines = d->num;
	t->rows = arena_array(doc->arena, struct pipe_table_row, p->last -
	    header);
	for (n = header; n <= p->last; n++) {
		if (n == header + 1 || (n == header && !t->has_head &&
		    p->last > header + 1))
			continue;
		draft_row(d, doc, e, p, n, &t->rows[t->num++]);
	}
	/* There is a block quote for each table. */
	if (d->num == lines)
		extract_put(d, S("> ."), S(""), 0, 0);
}

/* The length of the part of a header row's line that stays before “# T”: the
 * markers of the blocks around the table, but not an indentation that makes
 * the line code. */
static size_t
heading_indent(const struct paragraph *p, str line, size_t at)
{
	size_t i, minimum = 0;

	for (i = 0; i < at; i++)
		if (line.p[i] == '>')
			minimum = i + 1;
	if (at < p->col)
		return at;
	return minimum > p->col - 1 ? minimum : p->col - 1;
}

static void
read_columns(struct pipe_table *t, struct doc *doc, str delimiter)
{
	struct pipe_column *columns;
	enum align *align;
	size_t c;

	t->columns = pipe_row_delimiter(delimiter, NULL);
	columns = arena_array(doc->arena, struct pipe_column, t->columns);
	pipe_row_delimiter(delimiter, columns);
	t->align = align = arena_array(doc->arena, enum align, t->columns);
	for (c = 0; c < t->columns; c++)
		align[c] = columns[c].align;
	if (doc->dialect >= 2)
		t->widths = pipe_row_widths(doc->arena, columns, t->columns);
}

/* Saves the properties of the table and replaces it with “# T”. */
static void
replace_table(struct extract_draft *d, struct doc *doc, const struct extract *e,
    const struct paragraph *p, struct pipe_table *t, size_t header)
{
	str line = extract_line_text(e, header);
	size_t at;

	read_columns(t, doc, row_text(e, p, header + 1, &at));
	row_text(e, p, header, &at);
	t->pos = extract_pos(e, header, at + 1);
	extract_replace(d, e, header, str_upto(line, header == p->first ? at :
	    heading_indent(p, line, at)), S("# T"));
	t->line = d->num;
}

static size_t
find_tables(const struct extract *e, struct doc *doc,
    const struct paragraph *paragraphs, size_t num, size_t *headers)
{
	size_t i, found = 0;

	for (i = 0; i < num; i++) {
		headers[i] = find_header(e, doc, &paragraphs[i]);
		found += headers[i] != 0;
	}
	return found;
}

bool
pipe_table_extract(struct pipe_tables *tables, struct extract *e,
    struct doc *doc, const struct paragraph *paragraphs, size_t num)
{
	size_t *headers = arena_array(doc->arena, size_t, num);
	struct extract_draft d = { 0 };
	size_t i, next = 1, t = 0;

	tables->num = find_tables(e, doc, paragraphs, num, headers);
	if (tables->num == 0)
		return false;
	tables->list = arena_array(doc->arena, struct pipe_table, tables->num);
	for (i = 0; i < num; i++) {
		if (headers[i] == 0)
			continue;
		extract_copy(&d, e, next, headers[i] - 1);
		replace_table(&d, doc, e, &paragraphs[i], &tables->list[t++],
		    headers[i]);
		next = paragraphs[i].last + 1;
	}
	extract_copy(&d, e, next, e->num_lines);
	for (i = t = 0; i < num; i++)
		if (headers[i] != 0)
			draft_rows(&d, doc, e, &paragraphs[i],
			    &tables->list[t++], headers[i]);
	extract_finish(&d, e, doc->arena);
	return true;
}
