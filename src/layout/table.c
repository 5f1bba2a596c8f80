/* SPDX-License-Identifier: ISC */
#include "layout/table.h"

#include "base/arena.h"
#include "layout/columns.h"
#include "layout/grid.h"
#include "layout/text.h"
#include "layout/text_lines.h"
#include "style/text_style.h"

static enum style_align
align_of(enum align a)
{
	return a == ALIGN_RIGHT ? STYLE_ALIGN_END : a == ALIGN_CENTER ?
	    STYLE_ALIGN_CENTER : STYLE_ALIGN_START;
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

/* Shapes the cells of a row and makes their tags, in source order. */
static void
read_row(struct layout_job *j, const node *row, struct pdf_tag *tag,
    struct grid_cell *cells, size_t columns)
{
	bool header = dom_item(row)->row.header;
	const struct style *style = text_style_named(j->styles, row);
	const node *n = dom_first(row);
	struct pdf_tag *cell;
	size_t c;

	for (c = 0; c < columns; c++) {
		cell = pdf_tag_add(tag, header ? PDF_TAG_HEADER :
		    PDF_TAG_CELL);
		cells[c].header = header;
		if (n == NULL)
			continue;
		cells[c].align = align_of(dom_item(n)->cell.align);
		cells[c].text = text_make(j, style, cell);
		text_inlines(cells[c].text, n);
		n = dom_next(n);
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

/* Appends “Tablo-1. …”, which stays with the table. */
static void
put_caption(struct grid *g, const node *table, struct pdf_tag *tag,
    double width, double before)
{
	struct layout_job *j = g->job;
	const struct style *style = &j->styles->by_id[STYLE_CAPTION];
	const node *caption = dom_first(table);
	struct text *t;
	struct text_lines set;
	struct strip *s;
	size_t i;

	if (caption == NULL || dom_kind(caption) != KIND_CAPTION)
		return;
	t = text_make(j, style, pdf_tag_add(tag, PDF_TAG_CAPTION));
	text_label(t, WORD_TABLE, table);
	text_inlines(t, caption);
	set = text_lines(t, width);
	for (i = 0; i < set.num; i++) {
		s = frame_strip(j->arena, g->to);
		s->height = set.lines[i].height;
		s->before = i == 0 ? before : 0;
		s->keep = true;
		s->band = g->band;
		s->footnote_refs = set.footnote_refs[i];
		frame_copy(j->arena, s, &set.lines[i], g->left, 0);
		if (i == 0)
			frame_bookmark(j->arena, s, dom_item(table)->id, 0,
			    S(""));
	}
}

/* Appends all rows; the head is repeated where a sheet begins with another
 * row. */
static void
put_rows(struct grid *g, const struct grid_cell *cells, size_t rows,
    double before)
{
	struct strip *head = NULL, *s, *end;
	size_t r;

	for (r = 0; r < rows; r++, cells += g->columns) {
		end = g->to->last;
		s = grid_row(g, cells);
		if (r >= 2)
			grid_keep(end, s, r, rows);
		if (r == 0) {
			s->before = before;
			if (cells[0].header) {
				head = s;
				s->keep = rows > 1;
			}
			continue;
		}
		for (end = s; end != NULL; end = end->next)
			end->repeat = head;
	}
}

void
table_put(struct layout_job *j, struct strips *to, const node *table,
    struct pdf_tag *parent, double left, double width,
    const struct band *band, double before)
{
	const struct style *styles = j->styles->by_id;
	struct pdf_tag *tag = pdf_tag_add(parent, PDF_TAG_TABLE);
	struct grid g = { .job = j, .to = to, .left = left,
		.columns = dom_item(table)->table.columns,
		.style = &styles[STYLE_TABLE],
		.head = &styles[STYLE_HEADER_CELL], .band = band,
		.form = true };
	size_t rows = count_rows(table), had = to->num;
	struct grid_cell *cells = arena_array(j->block_arena,
	    struct grid_cell, rows * g.columns);

	put_caption(&g, table, tag, width, before);
	read_cells(j, table, tag, cells, g.columns);
	columns_set(&g, cells, rows, width);
	put_rows(&g, cells, rows, to->num > had ? g.style->before : before);
}
