/* SPDX-License-Identifier: ISC */
#include "layout/headers.h"

#include "base/arena.h"

/* A cell that more headers describe than that is left to their scopes. */
enum { HEADERS_MAX = 64 };

/* The headers above and to the left of a cell. */
struct found {
	struct pdf_tag	*tags[HEADERS_MAX];
	size_t		 num;		/* HEADERS_MAX + 1: too many */
	bool		 wide;		/* one takes several columns or rows */
};

/* By column: the cell of the head, or of the body's row, that covers it and
 * begins in it; NULL: one that begins left of it does. */
struct covering {
	const struct grid_cell	**head, **row;
};

static bool
is_header(const struct grid_cell *cell)
{
	return cell != NULL && !cell->covered &&
	    pdf_tag_type(cell->tag) == PDF_TAG_HEADER;
}

static void
offer(struct found *f, const struct grid_cell *cell)
{
	if (!is_header(cell) || f->num > HEADERS_MAX)
		return;
	if (f->num < HEADERS_MAX)
		f->tags[f->num] = cell->tag;
	f->num++;
	f->wide |= cell->more > 0 || cell->down > 0;
}

/* The headers of the columns that the cell takes: one that begins left of them
 * may reach into them. */
static void
find_above(const struct covering *v, size_t c, const struct grid_cell *cell,
    struct found *f)
{
	size_t i = c, end = c + 1 + cell->more;

	while (i > 0 && v->head[i] == NULL)
		i--;
	for (; i < end; i++)
		offer(f, v->head[i]);
}

/* The headers in the first columns of the rows that the cell takes. */
static void
find_left(const struct grid *g, const struct covering *v, size_t c,
    const struct grid_cell *cell, const struct grid_cell *row, struct found *f)
{
	size_t i, r;

	for (i = 0; i < c && (v->row[i] == NULL || is_header(v->row[i])); i++)
		offer(f, v->row[i]);
	c = i;
	for (r = 1; r <= cell->down && f->num <= HEADERS_MAX; r++)
		for (i = 0; i < c; i++)
			offer(f, &row[r * g->columns + i]);
}

/* Enters the cells that begin in the row. */
static void
enter(const struct grid *g, const struct grid_cell *row,
    const struct grid_cell **covering)
{
	size_t c, i;

	for (c = 0; c < g->columns; c++) {
		if (row[c].covered)
			continue;
		covering[c] = &row[c];
		for (i = 1; i <= row[c].more; i++)
			covering[c + i] = NULL;
	}
}

static void
set_headers(const struct grid *g, const struct covering *v,
    const struct grid_cell *row, size_t c)
{
	struct found f = { .num = 0 };
	struct pdf_tag **tags;
	size_t i;

	if (g->heads > 0)
		find_above(v, c, &row[c], &f);
	find_left(g, v, c, &row[c], row, &f);
	if (!f.wide || f.num > HEADERS_MAX)
		return;
	tags = arena_array(g->job->arena, struct pdf_tag *, f.num);
	for (i = 0; i < f.num; i++)
		tags[i] = f.tags[i];
	pdf_tag_headers(row[c].tag, tags, f.num);
}

void
headers_set(const struct grid *g, const struct grid_cell *cells, size_t rows)
{
	struct arena *a = g->job->block_arena;
	struct covering v = {
		arena_array(a, const struct grid_cell *, g->columns),
		arena_array(a, const struct grid_cell *, g->columns) };
	size_t r, c;

	if (g->heads > 0)
		enter(g, cells, v.head);
	for (r = g->heads; r < rows; r++) {
		enter(g, &cells[r * g->columns], v.row);
		for (c = 0; c < g->columns; c++)
			if (!cells[r * g->columns + c].covered)
				set_headers(g, &v, &cells[r * g->columns], c);
	}
}
