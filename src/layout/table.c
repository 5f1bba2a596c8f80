/* SPDX-License-Identifier: ISC */
#include "layout/table.h"

#include <assert.h>

#include "base/arena.h"
#include "layout/columns.h"
#include "layout/headers.h"
#include "layout/shape.h"
#include "layout/text.h"
#include "layout/text_lines.h"

/* Where words would stand whole in that part of the least size, few of them are
 * divided at it. */
#define FEW_DIVIDED	0.75

static enum style_align
align_of(enum align a)
{
	return a == ALIGN_RIGHT ? STYLE_ALIGN_END : a == ALIGN_CENTER ?
	    STYLE_ALIGN_CENTER : STYLE_ALIGN_START;
}

static bool
has_head(const node *table)
{
	const node *n = dom_first(table);

	if (dom_kind(n) == KIND_CAPTION)
		n = dom_next(n);
	return dom_item(n)->row.header;
}

static size_t
count_rows(const node *table)
{
	const node *n;
	size_t num = 0;

	for (n = dom_first(table); n != NULL; n = dom_next(n))
		num += dom_kind(n) == KIND_ROW;
	return num;
}

/* A corner looks like the headers beside it, but is none. */
static void
read_cell(struct layout_job *j, const node *n, struct pdf_tag *row,
    struct grid_cell *cell)
{
	const struct item *i = dom_item(n);
	bool in_head = dom_item(dom_parent(n))->row.header;
	bool header = i->cell.role == CELL_ROW ||
	    (i->cell.role == CELL_BY_ROW && in_head);
	struct pdf_tag *tag = pdf_tag_add(row, header ? PDF_TAG_HEADER :
	    PDF_TAG_CELL);

	if (i->cell.role == CELL_ROW)
		pdf_tag_scope_row(tag);
	pdf_tag_span(tag, i->cell.columns, i->cell.rows);
	*cell = (struct grid_cell){ .header = header || in_head,
		.more = i->cell.columns - 1, .down = i->cell.rows - 1,
		.align = align_of(i->cell.align), .tag = tag,
		.text = text_make(j, &j->styles->by_id[header ?
		    STYLE_HEADER_CELL : STYLE_TABLE], tag) };
	text_inlines(cell->text, n);
}

/* Marks what the cell takes of the columns and rows beside it as covered. */
static void
cover(struct grid_cell *cell, size_t columns)
{
	size_t r, c;

	for (r = 0; r <= cell->down; r++)
		for (c = 0; c <= cell->more; c++)
			if (r + c > 0)
				cell[r * columns + c].covered = true;
}

/* Shapes the cells of a row and makes their tags, in source order. */
static void
read_row(struct layout_job *j, const node *row, struct pdf_tag *tag,
    struct grid_cell *cells, size_t columns)
{
	const node *n;
	size_t c = 0;

	for (n = dom_first(row); n != NULL; n = dom_next(n)) {
		while (c < columns && cells[c].covered)
			c++;
		assert(c < columns);
		read_cell(j, n, tag, &cells[c]);
		cover(&cells[c], columns);
		c += 1 + cells[c].more;
	}
}

/* A table has a head only where it has a body (14289-1, 7.2). */
static void
read_cells(struct layout_job *j, const node *table, struct pdf_tag *tag,
    struct grid_cell *cells, size_t columns)
{
	struct pdf_tag *group = NULL;
	const node *n;

	for (n = dom_first(table); n != NULL; n = dom_next(n)) {
		if (dom_kind(n) != KIND_ROW)
			continue;
		if (dom_item(n)->row.header && dom_next(n) != NULL)
			group = pdf_tag_add(tag, PDF_TAG_HEAD);
		else if (group == NULL || pdf_tag_type(group) != PDF_TAG_ROWS)
			group = pdf_tag_add(tag, PDF_TAG_ROWS);
		read_row(j, n, pdf_tag_add(group, PDF_TAG_ROW), cells,
		    columns);
		cells += columns;
	}
}

static struct text *
read_caption(struct layout_job *j, const node *table, struct pdf_tag *tag)
{
	const node *caption = dom_first(table);
	struct text *t;

	if (caption == NULL || dom_kind(caption) != KIND_CAPTION)
		return NULL;
	t = text_make(j, &j->styles->by_id[STYLE_CAPTION], pdf_tag_add(tag,
	    PDF_TAG_CAPTION));
	text_label(t, WORD_TABLE, table);
	text_inlines(t, caption);
	return t;
}

/* Appends “Tablo-1. …”, which stays with the table. */
static void
put_caption(struct table *table, double width, double before)
{
	const struct grid *g = &table->grid;
	struct layout_job *j = g->job;
	struct text_lines set = text_lines(table->caption, width);
	struct strip *s;
	size_t i;

	for (i = 0; i < set.num; i++) {
		s = frame_strip(j->arena, g->to);
		s->height = set.lines[i].height;
		s->before = i == 0 ? before : 0;
		s->keep = KEEP_FIRMLY;
		s->numbered = true;
		s->band = g->band;
		s->footnote_refs = set.footnote_refs[i];
		frame_copy(j->arena, s, &set.lines[i], g->left, 0);
		if (i == 0)
			frame_bookmark(j->arena, s,
			    dom_item(table->source)->id, 0, S(""));
	}
}

/* “Tablo-1 (devam)”, for sheets that begin with another row. It is an artifact
 * there, as the repeated head is: its tag is needed only to shape it. NULL:
 * the table has no caption. */
static const struct strip *
make_continued(const struct table *table, double width)
{
	const struct grid *g = &table->grid;
	struct layout_job *j = g->job;
	const struct item *i = dom_item(table->source);
	enum lang lang = j->doc->lang;
	struct strips apart = { .turned = g->to->turned };
	struct pdf_tag *own;
	struct text *t;
	struct text_lines set;
	struct strip *s;

	if (table->caption == NULL)
		return NULL;
	own = pdf_tag_add(table->tag, PDF_TAG_CAPTION);
	t = text_make(j, &j->styles->by_id[STYLE_CAPTION], own);
	text_words(t, str_join(j->arena, str_join3(j->arena, lang_word(lang,
	    WORD_TABLE), S("-"), str_uint(j->arena, i->number)),
	    str_join(j->arena, S(" "), lang_word(lang, WORD_CONTINUED))),
	    shape_place(j, i->pos));
	set = text_lines(t, width);
	pdf_tag_drop(own);
	s = frame_strip(j->arena, &apart);
	s->height = set.lines[0].height + g->style->before;
	s->band = g->band;
	frame_copy(j->arena, s, &set.lines[0], g->left, 0);
	return s;
}

static size_t
count_units(const struct grid *g, const struct grid_cell *cells, size_t rows)
{
	size_t r, n, num = 0;

	for (r = 0; r < rows; r += n, num++)
		n = grid_joined(g, cells + r * g->columns, rows - r);
	return num;
}

/* Appends the head, which is repeated where a sheet begins with another row. */
static struct strip *
put_head(struct grid *g, const struct grid_cell *cells, size_t rows,
    double before)
{
	struct strip *s;

	if (g->heads == 0)
		return NULL;
	s = grid_rows(g, cells, 1);
	s->before = before;
	s->keep = rows > 1 ? KEEP_FIRMLY : KEEP_NOT;
	return s;
}

static void
put_rows(struct grid *g, const struct grid_cell *cells, size_t rows,
    double before, const struct strip *continued)
{
	struct strip *head = put_head(g, cells, rows, before), *s, *end;
	size_t r, n, unit = 0, units;

	if (head != NULL)
		head->repeat = continued;
	cells += g->heads * g->columns;
	rows -= g->heads;
	units = count_units(g, cells, rows);
	for (r = 0; r < rows; r += n, unit++) {
		n = grid_joined(g, cells, rows - r);
		end = g->to->last;
		s = grid_rows(g, cells, n);
		if (unit > 0)
			grid_keep(end, s, unit, units);
		else if (head == NULL)
			s->before = before;
		for (end = s; end != NULL; end = end->next)
			end->repeat = head != NULL ? head : continued;
		cells += n * g->columns;
	}
}

struct table
table_read(struct layout_job *j, struct strips *to, const node *n,
    struct pdf_tag *parent, double left, const struct band *band)
{
	const struct style *styles = j->styles->by_id;
	const struct item *item = dom_item(n);
	struct table t = { .source = n, .rows = count_rows(n),
		.tag = pdf_tag_add(parent, PDF_TAG_TABLE), .grid = {
		.job = j, .to = to, .left = left,
		.columns = item->table.columns, .style = &styles[STYLE_TABLE],
		.head = &styles[STYLE_HEADER_CELL], .band = band,
		.form = true, .natural = true, .spans = true,
		.shares = item->table.widths, .heads = has_head(n) } };

	t.cells = arena_array(j->block_arena, struct grid_cell, t.rows *
	    t.grid.columns);
	t.caption = read_caption(j, n, t.tag);
	read_cells(j, n, t.tag, t.cells, t.grid.columns);
	headers_set(&t.grid, t.cells, t.rows);
	return t;
}

bool
table_is_wide(const struct table *t, double size, double width,
    double landscape)
{
	struct columns_sizes here = columns_sizes(&t->grid, t->cells, t->rows,
	    width), there;

	if (here.whole >= size)
		return false;
	there = columns_sizes(&t->grid, t->cells, t->rows, landscape);
	return there.whole >= size * FEW_DIVIDED || (here.set < size &&
	    there.set > here.set);
}

void
table_put(struct table *t, double width, double before)
{
	struct grid *g = &t->grid;
	const struct strip *continued = make_continued(t, width);

	if (t->caption != NULL)
		put_caption(t, width, before);
	columns_set(g, t->cells, t->rows, width);
	/* A caption stands in the middle, and so does its table. */
	if (t->caption != NULL)
		g->left += (width - grid_width(g)) / 2;
	put_rows(g, t->cells, t->rows, t->caption != NULL ? g->style->before :
	    before, continued);
}
