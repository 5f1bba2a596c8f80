/* SPDX-License-Identifier: ISC */
#include "layout/grid.h"

#include <math.h>

#include "base/arena.h"
#include "layout/text_lines.h"

/* Two rows that are together higher than this need not stay together [pt]. */
enum { PAIR_MAX = 96 };

static double
grid_width(const struct grid *g)
{
	double w = 0;
	size_t c;

	for (c = 0; c < g->columns; c++)
		w += g->widths[c];
	return w;
}

/* The width of the cell of a column, with the columns that it spans. */
static double
cell_width(const struct grid *g, const struct grid_cell *cells, size_t c)
{
	double w = g->widths[c];
	size_t i;

	for (i = 1; i <= cells[c].more; i++)
		w += g->widths[c + i];
	return w;
}

static struct frame *
add_box(struct grid *g, struct strip *s, enum frame_kind kind,
    double x, double width)
{
	struct frame *f = frame_add(g->job->arena, s, kind);

	f->x = x;
	f->width = width;
	f->height = s->height;
	return f;
}

/* Draws the backgrounds of header cells, then the lines around and between
 * the cells. */
static void
draw(struct grid *g, struct strip *s, const struct grid_cell *cells)
{
	struct frame *f;
	double x = g->left;
	size_t c;

	for (c = 0; c < g->columns; x += g->widths[c++])
		if (cells[c].header && g->head->filled)
			add_box(g, s, FRAME_FILL, x, g->widths[c])->colour =
			    g->head->background;
	f = add_box(g, s, FRAME_FILL, g->left, grid_width(g));
	f->border = g->style->border;
	f->colour = g->style->border_colour;
	for (c = 0, x = g->left; c + 1 + cells[c].more < g->columns;
	    c += 1 + cells[c].more) {
		x += cell_width(g, cells, c);
		f = add_box(g, s, FRAME_RULE, x, 0);
		f->border = g->style->border;
		f->colour = g->style->border_colour;
	}
}

static double
aligned(const struct grid_cell *cell, const struct frame *line, double room)
{
	if (cell->align == STYLE_ALIGN_END)
		return room - line->width;
	return cell->align == STYLE_ALIGN_CENTER ? (room - line->width) / 2 : 0;
}

/* Puts the lines from <= i < to of every cell. */
static void
put_lines(struct grid *g, struct strip *s, const struct grid_cell *cells,
    const struct text_lines *sets, size_t from, size_t to, double top)
{
	double x = g->left, pad = g->style->padding, y;
	const struct footnote_ref *ref;
	size_t c, i;

	for (c = 0; c < g->columns; x += g->widths[c++]) {
		for (i = from, y = top; i < to && i < sets[c].num; i++) {
			const struct frame *line = &sets[c].lines[i];
			frame_copy(g->job->arena, s, line, x + pad +
			    aligned(&cells[c], line,
			    cell_width(g, cells, c) - 2 * pad), y);
			y += line->height;
			for (ref = sets[c].footnote_refs[i]; ref != NULL;
			    ref = ref->next)
				frame_footnote(g->job->arena, s, ref->number);
		}
	}
}

/* The maximum number of lines that a strip of a row may have. */
static size_t
lines_on_sheet(const struct grid *g)
{
	const struct styles *s = g->job->styles;
	double room = (s->height - s->top - s->bottom) * 0.7 -
	    2 * g->style->padding;

	return (size_t)(room / g->style->leading);
}

static struct strip *
put_part(struct grid *g, const struct grid_cell *cells,
    const struct text_lines *sets, size_t from, size_t to)
{
	struct strip *s = frame_strip(g->job->arena, g->to);

	s->height = fmax(g->min_height, (double)(to - from) *
	    g->style->leading + 2 * g->style->padding);
	s->band = g->band;
	draw(g, s, cells);
	put_lines(g, s, cells, sets, from, to, g->style->padding);
	return s;
}

struct strip *
grid_row(struct grid *g, const struct grid_cell *cells)
{
	struct arena_state state = arena_state(g->job->block_arena);
	struct text_lines *sets = arena_array(g->job->block_arena,
	    struct text_lines, g->columns);
	size_t c, lines = 1, max = lines_on_sheet(g), at;
	struct strip *first;

	for (c = 0; c < g->columns; c++) {
		if (cells[c].text == NULL)
			continue;
		sets[c] = text_lines(cells[c].text,
		    cell_width(g, cells, c) - 2 * g->style->padding);
		if (sets[c].num > lines)
			lines = sets[c].num;
	}
	first = put_part(g, cells, sets, 0, lines < max ? lines : max);
	for (at = max; at < lines; at += max)
		put_part(g, cells, sets, at, at + max < lines ? at + max :
		    lines);
	arena_rewind(g->job->block_arena, state);
	return first;
}

void
grid_keep(struct strip *above, const struct strip *row, size_t r, size_t rows)
{
	if ((r == 2 || r + 1 == rows) && row->next == NULL &&
	    above->height + row->height < PAIR_MAX)
		above->keep = true;
}
