/* SPDX-License-Identifier: ISC */
#include "source/pipe_tree.h"

#include "base/arena.h"
#include "model/dom.h"

/* What covers a column in the row above. */
struct above {
	node	*cell;			/* NULL: nothing that can go on */
	size_t	 first;			/* its first column */
};

struct tree {
	struct inlines		*in;
	const struct pipe_table	*t;
	node			*table;
	bool			 there;		/* its cells were read */
	markdown		*paragraph;	/* of the next cell that is not
						 * plain, or NULL */
	struct above		*above;		/* of each column */
	bool			*begins;	/* a cell, in that column */
	size_t			 heads;		/* columns of row headers */
};

/* --- Captions */

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
	dom_item(text)->text.source = str_from(dom_item(text)->text.source,
	    len);
	if (s.len != 0)
		dom_set_text(text, s);
	else
		dom_remove(text);
	dom_remove(above);
}

/* --- Cells */

/* The number of columns that cell i takes. */
static size_t
width_of(const struct tree *b, const struct pipe_table_row *r, size_t i)
{
	size_t n = 1;

	while (i + n < r->num && r->cells[i + n].mark == PIPE_WIDENS)
		n++;
	return i + n > b->t->columns ? b->t->columns - i : n;
}

/* A blank cell is no header of a row: it has nothing to say. */
static enum cell_role
role_of(const struct tree *b, const struct pipe_table_row *r, size_t i,
    bool header)
{
	bool blank = i >= r->num || r->cells[i].blank;

	if (i >= b->heads)
		return CELL_BY_ROW;
	return header ? CELL_CORNER : blank ? CELL_BY_ROW : CELL_ROW;
}

static void
put_plain(struct tree *b, const struct pipe_cell *cell, node *to)
{
	str s = { cell->text, cell->len };

	if (s.len == 0)
		return;
	dom_add_text(b->in->doc, to, s, extract_typed(b->in->extract,
	    dom_item(to)->pos));
	dom_item(dom_last(to))->text.source = s;
}

/* The alignment of a cell. A head over several columns of numbers belongs to
 * none of them: it stands in their middle. */
static enum align
align_of(const struct tree *b, size_t i, size_t columns, bool in_head)
{
	enum align align = b->t->align[i];

	return in_head && columns > 1 && align == ALIGN_RIGHT ? ALIGN_CENTER :
	    align;
}

/* The cell's paragraph begins with “.”, which pipe_table has added. */
static void
put_cell(struct tree *b, node *row, const struct pipe_table_row *r, size_t i,
    size_t columns)
{
	bool there = i < r->num && b->there && (r->cells[i].plain ||
	    b->paragraph != NULL);
	struct pos pos = r->pos;
	struct item *item;
	node *cell;
	size_t c;

	if (there)
		pos.col = r->cells[i].col;
	cell = dom_add(b->in->doc, row, KIND_CELL, pos);
	item = dom_item(cell);
	item->cell.align = align_of(b, i, columns, dom_item(row)->row.header);
	item->cell.role = role_of(b, r, i, dom_item(row)->row.header);
	item->cell.columns = (unsigned)columns;
	item->cell.rows = 1;
	b->begins[i] = true;
	for (c = i; c < i + columns; c++)
		b->above[c] = (struct above){ cell, i };
	if (!there || r->cells[i].mark != PIPE_TEXT)
		return;
	if (r->cells[i].plain) {
		put_plain(b, &r->cells[i], cell);
		return;
	}
	inline_begin_cell(b->in, b->paragraph);
	inline_put(b->in, b->paragraph, cell);
}

/* Whether “^^” in column i continues the cell above, or reports why not. */
static bool
can_continue(struct tree *b, const struct pipe_table_row *r, size_t i,
    size_t columns)
{
	struct arena *a = b->in->doc->arena;
	const struct above *above = &b->above[i];
	struct pos pos = { r->pos.line, r->cells[i].col };
	size_t wide;

	if (above->cell == NULL) {
		doc_diag(b->in->doc, DIAG_TABLE_ABOVE, pos, S(""));
		return false;
	}
	wide = dom_item(above->cell)->cell.columns;
	if (above->first == i && wide == columns)
		return true;
	doc_diag(b->in->doc, DIAG_TABLE_ABOVE_WIDE, pos,
	    str_uint(a, above->first + 1), str_uint(a, wide),
	    str_uint(a, wide - 1));
	return false;
}

/* --- Rows */

static void
check_row(const struct tree *b, const struct pipe_table_row *r)
{
	struct doc *doc = b->in->doc;
	struct pos first = { r->pos.line, r->num > 0 ? r->cells[0].col : 1 };

	if (r->num > b->t->columns)
		doc_diag(doc, DIAG_TABLE_CELLS, r->pos,
		    str_uint(doc->arena, b->t->columns),
		    str_uint(doc->arena, r->num));
	if (r->num > 0 && r->cells[0].mark == PIPE_WIDENS)
		doc_diag(doc, DIAG_TABLE_BEFORE, first, S(""));
	if (r->bare && b->t->columns > 1)
		doc_diag(doc, DIAG_TABLE_LINE, r->pos, S(""));
}

static void
skip_paragraphs(struct tree *b, const struct pipe_table_row *r, size_t from,
    size_t to)
{
	for (; from < to && from < r->num && b->paragraph != NULL; from++)
		if (!r->cells[from].plain)
			b->paragraph = markdown_next(b->paragraph);
}

static void
put_row(struct tree *b, const struct pipe_table_row *r, bool header)
{
	node *row = dom_add(b->in->doc, b->table, KIND_ROW, r->pos);
	size_t i, n;

	dom_item(row)->row.header = header;
	check_row(b, r);
	for (i = 0; i < b->t->columns; i += n) {
		n = width_of(b, r, i);
		if (i < r->num && r->cells[i].mark == PIPE_CONTINUES &&
		    can_continue(b, r, i, n))
			dom_item(b->above[i].cell)->cell.rows++;
		else
			put_cell(b, row, r, i, n);
		skip_paragraphs(b, r, i, i + n);
	}
	skip_paragraphs(b, r, i, r->num);
	if (dom_first(row) == NULL)
		doc_diag(b->in->doc, DIAG_TABLE_ROW_JOINED, r->pos, S(""));
}

static void
forget_above(struct tree *b)
{
	size_t c;

	for (c = 0; c < b->t->columns; c++)
		b->above[c].cell = NULL;
}

/* HTML and PDF have no column in which no cell begins. */
static void
check_columns(const struct tree *b)
{
	size_t c;

	for (c = 0; c < b->t->columns; c++)
		if (!b->begins[c]) {
			doc_diag(b->in->doc, DIAG_TABLE_COLUMN_JOINED,
			    b->t->pos, str_uint(b->in->doc->arena, c + 1));
			return;
		}
}

void
pipe_tree_put(const struct pipe_table *t, struct inlines *in, markdown *quote,
    node *to)
{
	struct arena *a = in->doc->arena;
	struct tree b = { .in = in, .t = t,
		.table = dom_add(in->doc, to, KIND_TABLE, t->pos),
		.there = quote != NULL,
		.paragraph = quote != NULL ? markdown_first(quote) : NULL,
		.above = arena_array(a, struct above, t->columns),
		.begins = arena_array(a, bool, t->columns) };
	struct item *item = dom_item(b.table);
	size_t i;

	item->table.columns = t->columns;
	item->table.align = t->align;
	item->table.widths = t->widths;
	take_caption(in->doc, b.table);
	if (t->has_head && in->doc->dialect >= 2 && t->rows[0].cells[0].blank)
		b.heads = width_of(&b, &t->rows[0], 0);
	for (i = 0; i < t->num; i++) {
		put_row(&b, &t->rows[i], t->has_head && i == 0);
		if (t->has_head && i == 0)
			forget_above(&b);
	}
	check_columns(&b);
}
