/* SPDX-License-Identifier: ISC */
#include "model/form_cell.h"

#include "base/arena.h"
#include "model/field.h"

/* --- The grid */

static node **
place(const struct field_grid *g, size_t r, size_t c)
{
	return &g->cells[r * g->columns + c];
}

static void
put_cell(struct field_grid *g, size_t r, size_t c, node *cell)
{
	const struct item *i = dom_item(cell);
	size_t y, x;

	for (y = r; y < r + i->cell.rows && y < g->rows; y++)
		for (x = c; x < c + i->cell.columns && x < g->columns; x++)
			*place(g, y, x) = cell;
}

struct field_grid
form_cell_grid(struct doc *doc, const node *table)
{
	struct field_grid g = { .columns = dom_item(table)->table.columns };
	node *row, *cell;
	size_t r = 0, c;

	for (row = dom_first(table); row != NULL; row = dom_next(row))
		g.rows += dom_kind(row) == KIND_ROW;
	g.cells = arena_array(doc->arena, node *, g.rows * g.columns + 1);
	for (row = dom_first(table); row != NULL; row = dom_next(row)) {
		if (dom_kind(row) != KIND_ROW)
			continue;
		g.head = g.head || dom_item(row)->row.header;
		for (c = 0, cell = dom_first(row); cell != NULL;
		    cell = dom_next(cell)) {
			while (c < g.columns && *place(&g, r, c) != NULL)
				c++;
			if (c < g.columns)
				put_cell(&g, r, c, cell);
		}
		r++;
	}
	return g;
}

/* --- Empty cells */

static bool
has_field(const node *top)
{
	const node *n;

	for (n = top; n != NULL; n = dom_walk(top, n))
		if (dom_kind(n) == KIND_FIELD)
			return true;
	return false;
}

static bool
is_blank_column(const struct field_grid *g, size_t c)
{
	size_t r;
	bool blank = false;
	const node *cell;

	for (r = g->head; r < g->rows; r++) {
		cell = *place(g, r, c);
		if (cell == NULL || (dom_first(cell) != NULL &&
		    !has_field(cell)))
			return false;
		blank = blank || dom_first(cell) == NULL;
	}
	return blank;
}

/* The type of the column's fields, where they are all of one that needs no
 * more. */
static enum field_type
type_of(const struct field_grid *g, size_t c)
{
	enum field_type type = FIELD_TEXT;
	const node *n;
	size_t r;

	for (r = g->head; r < g->rows; r++) {
		n = dom_first(*place(g, r, c));
		if (n == NULL)
			continue;
		if (dom_next(n) != NULL || dom_kind(n) != KIND_FIELD ||
		    (type != FIELD_TEXT &&
		    dom_item(n)->field.facts->type != type) ||
		    dom_item(n)->field.facts->type >= FIELD_CHOICE)
			return FIELD_TEXT;
		type = dom_item(n)->field.facts->type;
	}
	return type;
}

static void
put_field(struct doc *doc, node *cell, enum field_type type)
{
	struct field *f = arena_new_of(doc->arena, struct field);

	f->type = type;
	f->pos = dom_item(cell)->pos;
	dom_item(dom_add(doc, cell, KIND_FIELD, f->pos))->field.facts = f;
}

void
form_cell_fill(struct doc *doc, const struct field_grid *g)
{
	size_t r, c;
	enum field_type type;

	for (c = 0; c < g->columns; c++) {
		if (!is_blank_column(g, c))
			continue;
		type = type_of(g, c);
		for (r = g->head; r < g->rows; r++)
			if (dom_first(*place(g, r, c)) == NULL)
				put_field(doc, *place(g, r, c), type);
	}
}

/* --- Labels */

/* What the cell says of others; empty where it is one to fill in. */
static str
words_of(struct doc *doc, const node *cell)
{
	str s;

	if (cell == NULL || has_field(cell))
		return S("");
	s = str_trim(dom_words(doc->arena, cell));
	while (s.len != 0 && s.p[s.len - 1] == ':')
		s = str_trim(str_upto(s, s.len - 1));
	return s;
}

/* The header of the row, else the next text to the left. */
static str
row_label(struct doc *doc, const struct field_grid *g, size_t r, size_t c)
{
	const node *cell = *place(g, r, c), *first = *place(g, r, 0);
	str s = S("");

	if (first != NULL && first != cell &&
	    dom_item(first)->cell.role == CELL_ROW)
		s = words_of(doc, first);
	while (c-- > 0 && s.len == 0)
		if (*place(g, r, c) != cell)
			s = words_of(doc, *place(g, r, c));
	return s;
}

str
form_cell_label(struct doc *doc, const struct field_grid *g, size_t r,
    size_t c)
{
	str row = row_label(doc, g, r, c), column = S("");

	if (g->head && r > 0)
		column = words_of(doc, *place(g, 0, c));
	/* Rows without a header have a number. */
	if (row.len == 0 && column.len != 0 && g->rows > 2)
		return str_join3(doc->arena, column, S(", "),
		    str_uint(doc->arena, r));
	if (row.len == 0 || column.len == 0)
		return row.len != 0 ? row : column;
	return str_join3(doc->arena, row, S(", "), column);
}
