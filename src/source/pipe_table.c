/* SPDX-License-Identifier: ISC */
#include "source/pipe_table.h"

#include "base/arena.h"
#include "model/dom.h"

/* No page or sheet is that wide. A limit is necessary because every row gets
 * as many cells as the header. */
enum { COLUMNS_LIMIT = 100 };

/* --- Rows */

/* Removes the next cell from *row: up to “|” without “\” before it. */
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

/* A row without its first pipe and outer blanks. */
static str
without_pipe(str row)
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

	for (row = without_pipe(row); next_cell(&row, &cell);)
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

/* Reads a delimiter row “|---|:-:|”. Returns the number of columns, or 0.
 * align may be NULL. */
static size_t
read_delimiter(str row, enum align *align)
{
	enum align unused;
	size_t num = 0;
	str cell;

	if (str_find(row, '|') == row.len || str_find(row, '-') == row.len)
		return 0;
	for (row = without_pipe(row); next_cell(&row, &cell); num++)
		if (!read_align(cell, align != NULL ? &align[num] : &unused))
			return 0;
	return num;
}

/* --- Finding tables */

bool
pipe_table_is_possible(str text)
{
	str line;

	if (str_find(text, '|') == text.len)
		return false;
	while (str_line(&text, &line))
		if (read_delimiter(str_from(line, extract_indent(line)),
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
		columns = read_delimiter(row_text(e, p, n + 1, &at), NULL);
		if (columns == 0 || columns != count_cells(row_text(e, p, n,
		    &at)))
			continue;
		if (columns <= COLUMNS_LIMIT)
			return n;
		doc_diag(doc, DIAG_TABLE_WIDE, extract_pos(e, n, at + 1),
		    str_uint(doc->arena, columns));
	}
	return 0;
}

/* --- Extracting tables */

/* Writes a cell as a paragraph. “\|” stays: to CommonMark it is a pipe, too,
 * except in code, where inline removes the backslash. */
static void
draft_cell(struct extract_draft *d, str cell, unsigned line, int col)
{
	extract_put(d, S("> ."), cell, line, col - 4);
	extract_put(d, S(">"), S(""), line, 0);
}

static size_t
draft_row(struct extract_draft *d, const struct extract_line *origin, str line,
    size_t at)
{
	str cell, row = without_pipe(str_from(line, at));
	size_t num = 0;

	for (; next_cell(&row, &cell); num++)
		draft_cell(d, cell, origin->line,
		    (int)(cell.p - line.p) + 1 + origin->shift);
	return num;
}

static void
draft_cells(struct extract_draft *d, struct doc *doc, const struct extract *e,
    const struct paragraph *p, struct pipe_table *t, size_t header)
{
	size_t n, at;
	struct pipe_table_row *row;

	extract_begin_quote(d, 0);
	t->rows = arena_array(doc->arena, struct pipe_table_row, p->last -
	    header);
	for (n = header; n <= p->last; n++) {
		if (n == header + 1)
			continue;
		row_text(e, p, n, &at);
		row = &t->rows[t->num++];
		row->pos = extract_pos(e, n, at + 1);
		row->cells = draft_row(d, &e->lines[n - 1],
		    extract_line_text(e, n), at);
	}
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

/* Saves the properties of the table and replaces it with “# T”. */
static void
replace_table(struct extract_draft *d, struct doc *doc, const struct extract *e,
    const struct paragraph *p, struct pipe_table *t, size_t header)
{
	str line = extract_line_text(e, header);
	enum align *align;
	size_t at;

	t->columns = read_delimiter(row_text(e, p, header + 1, &at), NULL);
	align = arena_array(doc->arena, enum align, t->columns);
	read_delimiter(row_text(e, p, header + 1, &at), align);
	t->align = align;
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
			draft_cells(&d, doc, e, &paragraphs[i],
			    &tables->list[t++], headers[i]);
	extract_finish(&d, e, doc->arena);
	return true;
}

/* --- Tables into the tree */

/* The length of “Tablo:” or “Table:” at the start of a caption, or 0. */
static size_t
caption_prefix(str s)
{
	if (str_starts(s, S("Tablo:")) || str_starts(s, S("Table:")))
		return 6;
	return 0;
}

/* Turns the paragraph above into the table's caption. */
static void
take_caption(struct doc *doc, node *table)
{
	node *above = dom_prev(table), *text, *caption, *n;
	size_t len;
	str s;

	if (above == NULL || dom_kind(above) != KIND_PARAGRAPH)
		return;
	text = dom_first(above);
	if (text == NULL || dom_kind(text) != KIND_TEXT)
		return;
	s = dom_text(text);
	len = caption_prefix(s);
	if (len == 0)
		return;
	caption = dom_add(doc, table, KIND_CAPTION, dom_item(above)->pos);
	while ((n = dom_first(above)) != NULL)
		dom_move(n, caption);
	while (len < s.len && char_is_space(s.p[len]))
		len++;
	s = str_copy(doc->arena, str_from(s, len));
	dom_item(text)->pos.col += (unsigned)len;
	if (s.len != 0)
		dom_set_text(text, s);
	else
		dom_remove(text);
	dom_remove(above);
}

/* The cell's paragraph begins with “.”, which draft_cell() added. */
static void
put_cell(struct inlines *in, markdown *paragraph, node *row,
    const struct pipe_table *t, size_t column)
{
	struct pos pos = dom_item(row)->pos;
	node *cell;

	if (paragraph != NULL)
		pos = extract_pos(in->extract, markdown_start(paragraph).line,
		    markdown_start(paragraph).col + 1);
	cell = dom_add(in->doc, row, KIND_CELL, pos);
	dom_item(cell)->cell.align = t->align[column];
	if (paragraph == NULL)
		return;
	inline_begin_cell(in, paragraph);
	inline_put(in, paragraph, cell);
}

/* Reads the row's cells from *paragraph on. */
static void
put_row(struct inlines *in, markdown **paragraph, node *table,
    const struct pipe_table *t, size_t i)
{
	const struct pipe_table_row *r = &t->rows[i];
	node *row = dom_add(in->doc, table, KIND_ROW, r->pos);
	size_t column;

	dom_item(row)->row.header = i == 0;
	if (r->cells > t->columns)
		doc_diag(in->doc, DIAG_TABLE_CELLS, r->pos,
		    str_uint(in->doc->arena, t->columns),
		    str_uint(in->doc->arena, r->cells));
	for (column = 0; column < t->columns || column < r->cells; column++) {
		if (column < t->columns)
			put_cell(in, column < r->cells ? *paragraph : NULL, row,
			    t, column);
		if (column < r->cells && *paragraph != NULL)
			*paragraph = markdown_next(*paragraph);
	}
}

void
pipe_table_put(const struct pipe_table *t, struct inlines *in, markdown *quote,
    node *to)
{
	node *table = dom_add(in->doc, to, KIND_TABLE, t->pos);
	markdown *paragraph = quote != NULL ? markdown_first(quote) : NULL;
	size_t i;

	dom_item(table)->table.columns = t->columns;
	dom_item(table)->table.align = t->align;
	take_caption(in->doc, table);
	for (i = 0; i < t->num; i++)
		put_row(in, &paragraph, table, t, i);
}
