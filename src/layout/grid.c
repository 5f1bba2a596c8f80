/* SPDX-License-Identifier: ISC */
#include "layout/grid.h"

#include <math.h>

#include "base/arena.h"
#include "layout/text_lines.h"

/* Two rows that are together higher than this need not stay together [pt]. */
enum { PAIR_MAX = 96 };

double
grid_width(const struct grid *g)
{
	double w = 0;
	size_t c;

	for (c = 0; c < g->columns; c++)
		w += g->widths[c];
	return w;
}

static double
cell_width(const struct grid *g, const struct grid_cell *cell, size_t c)
{
	double w = g->widths[c];
	size_t i;

	for (i = 1; i <= cell->more; i++)
		w += g->widths[c + i];
	return w;
}

/* --- Drawing */

static void
add_fill(struct grid *g, struct strip *s, double x, double y, double width,
    double height)
{
	struct frame *f = frame_add(g->job->arena, s, FRAME_FILL);

	f->x = x;
	f->y = y;
	f->width = width;
	f->height = height;
	f->colour = g->head->background;
}

static void
add_box(struct grid *g, struct strip *s)
{
	struct frame *f = frame_add(g->job->arena, s, FRAME_FILL);

	f->x = g->left;
	f->width = grid_width(g);
	f->height = s->height;
	f->border = g->style->border;
	f->colour = g->style->border_colour;
}

/* A line to the right (height 0) or down (width 0). Half of it is on either
 * side: paint does that for lines down alone. */
static void
add_rule(struct grid *g, struct strip *s, double x, double y, double width,
    double height)
{
	struct frame *f = frame_add(g->job->arena, s, FRAME_RULE);

	f->x = x;
	f->y = width > 0 ? y - g->style->border / 2 : y;
	f->width = width;
	f->height = height;
	f->border = g->style->border;
	f->colour = g->style->border_colour;
}

static double
aligned(const struct grid_cell *cell, const struct frame *line, double room)
{
	if (cell->align == STYLE_ALIGN_END)
		return room - line->width;
	return cell->align == STYLE_ALIGN_CENTER ? (room - line->width) / 2 : 0;
}

/* Puts the lines from <= i < to of the cell into column c, from y on. */
static void
put_lines(struct grid *g, struct strip *s, const struct grid_cell *cell,
    const struct text_lines *set, size_t from, size_t to, size_t c, double x,
    double y)
{
	double pad = g->style->padding;
	const struct footnote_ref *ref;
	size_t i;

	for (i = from; i < to; i++) {
		const struct frame *line = &set->lines[i];
		frame_copy(g->job->arena, s, line, x + pad + aligned(cell,
		    line, cell_width(g, cell, c) - 2 * pad), y);
		y += line->height;
		for (ref = set->footnote_refs[i]; ref != NULL; ref = ref->next)
			frame_footnote(g->job->arena, s, ref->number);
	}
}

/* The height that strips of one table should not exceed, as a part of the
 * room on a sheet. */
static double
room_on_sheet(const struct grid *g, double part)
{
	const struct styles *s = g->job->styles;

	return (s->height - s->top - s->bottom) * part;
}

/* --- Labels beside fields */

/* Whether the first line has a field. */
static bool
begins_with_field(const struct text_lines *set)
{
	size_t i;

	for (i = 0; set->num != 0 && i < set->lines[0].num; i++)
		if (set->lines[0].runs[i].style->field != NULL)
			return true;
	return false;
}

/* The lowest base line of the fields in the first lines of a row; 0: none. */
static double
base_of(const struct text_lines *row, size_t columns)
{
	double base = 0;
	size_t c;

	for (c = 0; c < columns; c++)
		if (begins_with_field(&row[c]))
			base = fmax(base, row[c].lines[0].base);
	return base;
}

/* How far the text of a cell moves down, to stand beside what is written into
 * a field of its row, as far as there is room. */
static double
drop_of(const struct text_lines *set, double base, double room)
{
	if (set->num == 0 || begins_with_field(set))
		return 0;
	return fmax(0, fmin(room - set->height, base - set->lines[0].base));
}

/* --- One strip for all rows */

/* Cells that connect rows, as lines. */
struct unit {
	struct grid		*g;
	const struct grid_cell	*cells;
	size_t			 rows;
	struct text_lines	*sets;		/* of each cell */
	double			*tops;		/* of each row, and the end */
	double			*bases;		/* of each row (base_of) */
};

static double
height_of(const struct unit *u, size_t i)
{
	return fmax(u->g->min_height, fmax(u->sets[i].height,
	    u->g->style->leading) + 2 * u->g->style->padding);
}

/* Makes rows higher in equal parts until the cell has room. */
static void
stretch(double *heights, size_t rows, double height)
{
	double sum = 0;
	size_t r;

	for (r = 0; r < rows; r++)
		sum += heights[r];
	for (r = 0; r < rows && sum < height; r++)
		heights[r] += (height - sum) / (double)rows;
}

/* Cells of one row count first. */
static void
set_tops(struct unit *u)
{
	size_t columns = u->g->columns, i, r, num = u->rows * columns;
	double *heights = u->tops + 1;

	for (r = 0; r < u->rows; r++)
		heights[r] = 0;
	for (i = 0; i < num; i++)
		if (!u->cells[i].covered && u->cells[i].down == 0)
			heights[i / columns] = fmax(heights[i / columns],
			    height_of(u, i));
	for (i = 0; i < num; i++)
		if (!u->cells[i].covered && u->cells[i].down > 0)
			stretch(&heights[i / columns], u->cells[i].down + 1,
			    height_of(u, i));
	for (r = 1; r <= u->rows; r++)
		u->tops[r] += u->tops[r - 1];
}

/* Calls put for each cell, with its left edge. */
static void
each_cell(struct unit *u, struct strip *s, void put(struct unit *,
    struct strip *, size_t i, size_t c, double x))
{
	size_t r, c;
	double x;

	for (r = 0; r < u->rows; r++)
		for (c = 0, x = u->g->left; c < u->g->columns;
		    x += u->g->widths[c++])
			if (!u->cells[r * u->g->columns + c].covered)
				put(u, s, r * u->g->columns + c, c, x);
}

static void
put_background(struct unit *u, struct strip *s, size_t i, size_t c, double x)
{
	const struct grid_cell *cell = &u->cells[i];
	size_t r = i / u->g->columns;

	if (cell->header && u->g->head->filled)
		add_fill(u->g, s, x, u->tops[r], cell_width(u->g, cell, c),
		    u->tops[r + 1 + cell->down] - u->tops[r]);
}

/* The lines to the right of the cell and below it, inside the box. */
static void
put_edges(struct unit *u, struct strip *s, size_t i, size_t c, double x)
{
	const struct grid_cell *cell = &u->cells[i];
	double w = cell_width(u->g, cell, c);
	size_t r = i / u->g->columns, below = r + 1 + cell->down;

	if (c + 1 + cell->more < u->g->columns)
		add_rule(u->g, s, x + w, u->tops[r], 0, u->tops[below] -
		    u->tops[r]);
	if (below < u->rows)
		add_rule(u->g, s, x, u->tops[below], w, 0);
}

static void
put_text(struct unit *u, struct strip *s, size_t i, size_t c, double x)
{
	double pad = u->g->style->padding;
	size_t r = i / u->g->columns;

	put_lines(u->g, s, &u->cells[i], &u->sets[i], 0, u->sets[i].num, c, x,
	    u->tops[r] + pad + drop_of(&u->sets[i], u->bases[r],
	    u->tops[r + 1] - u->tops[r] - 2 * pad));
}

static struct strip *
put_whole(struct unit *u)
{
	struct strip *s = frame_strip(u->g->job->arena, u->g->to);

	s->height = u->tops[u->rows];
	s->band = u->g->band;
	each_cell(u, s, put_background);
	add_box(u->g, s);
	each_cell(u, s, put_edges);
	each_cell(u, s, put_text);
	return s;
}

/* --- A strip for each row, or several */

/* A cell that a row shows, which may have begun above. */
struct shown {
	const struct grid_cell	*cell;
	const struct text_lines	*set;
	size_t			 done;		/* lines in strips so far */
	size_t			 last;		/* its last row */
};

/* Takes in the cells that begin in row r; shown has one for each column. */
static void
begin_row(const struct unit *u, struct shown *shown, size_t r)
{
	size_t c, i;

	for (c = 0; c < u->g->columns; c++) {
		i = r * u->g->columns + c;
		if (!u->cells[i].covered)
			shown[c] = (struct shown){ &u->cells[i], &u->sets[i],
			    0, r + u->cells[i].down };
	}
}

/* The number of lines of row r: a cell that goes on below has some left. */
static size_t
lines_of_row(const struct unit *u, const struct shown *shown, size_t r)
{
	size_t c, lines = 1, rest, rows;

	for (c = 0; c < u->g->columns; c += 1 + shown[c].cell->more) {
		rest = shown[c].set->num - shown[c].done;
		rows = shown[c].last - r + 1;
		if ((rest + rows - 1) / rows > lines)
			lines = (rest + rows - 1) / rows;
	}
	return lines;
}

/* The lines around a row of several that cells connect, inside the frame around
 * them all: none runs through a cell. */
static void
draw_around(const struct unit *u, struct strip *s, const struct shown *shown,
    size_t r, bool bottom)
{
	struct grid *g = u->g;
	double x = g->left, w;
	size_t c;

	for (c = 0; c < g->columns; c += 1 + shown[c].cell->more, x += w) {
		w = cell_width(g, shown[c].cell, c);
		if (r == 0 && shown[c].done == 0)
			add_rule(g, s, x, 0, w, 0);
		if (bottom && shown[c].last == r)
			add_rule(g, s, x, s->height, w, 0);
	}
	/* A background covers half of the frame. */
	if (shown[0].cell->header)
		add_rule(g, s, g->left, 0, 0, s->height);
}

/* Draws the backgrounds of header cells, then the lines around and between
 * the cells. */
static void
draw_row(const struct unit *u, struct strip *s, const struct shown *shown,
    size_t r, bool bottom)
{
	struct grid *g = u->g;
	double x = g->left;
	size_t c, step;

	for (c = 0; c < g->columns; c += step) {
		step = 1 + shown[c].cell->more;
		if (shown[c].cell->header && g->head->filled)
			add_fill(g, s, x, 0, cell_width(g, shown[c].cell, c),
			    s->height);
		x += cell_width(g, shown[c].cell, c);
	}
	if (u->rows == 1)
		add_box(g, s);
	else
		draw_around(u, s, shown, r, bottom);
	for (c = 0, x = g->left; c < g->columns; c += step) {
		step = 1 + shown[c].cell->more;
		x += cell_width(g, shown[c].cell, c);
		if (c + step < g->columns)
			add_rule(g, s, x, 0, 0, s->height);
	}
}

/* The height of so many lines of a row, some of which may be higher than lines
 * of text. */
static double
part_height(const struct grid *g, const struct shown *shown, size_t lines)
{
	double most = g->style->leading * (double)lines, sum;
	size_t c, i;

	for (c = 0; c < g->columns; c += 1 + shown[c].cell->more) {
		sum = 0;
		for (i = 0; i < lines && shown[c].done + i < shown[c].set->num;
		    i++)
			sum += shown[c].set->lines[shown[c].done + i].height;
		most = fmax(most, sum);
	}
	return fmax(g->min_height, most + 2 * g->style->padding);
}

/* Puts so many lines of row r as a strip; bottom: the last ones. */
static struct strip *
put_part(const struct unit *u, struct shown *shown, size_t r, size_t lines,
    const struct band *band, bool bottom)
{
	struct grid *g = u->g;
	struct strip *s = frame_strip(g->job->arena, g->to);
	double x = g->left, base = u->bases[r];
	size_t c, step, end;

	s->height = part_height(g, shown, lines);
	s->band = band;
	draw_row(u, s, shown, r, bottom);
	for (c = 0; c < g->columns; c += step) {
		step = 1 + shown[c].cell->more;
		end = shown[c].done + lines;
		if (end > shown[c].set->num)
			end = shown[c].set->num;
		put_lines(g, s, shown[c].cell, shown[c].set, shown[c].done,
		    end, c, x, g->style->padding + (lines < shown[c].set->num
		    ? 0 : drop_of(shown[c].set, base, s->height -
		    2 * g->style->padding)));
		shown[c].done = end;
		x += cell_width(g, shown[c].cell, c);
	}
	return s;
}

/* A frame around rows, which closes them where a sheet ends. */
static const struct band *
frame_around(const struct grid *g)
{
	struct band *b = arena_new_of(g->job->arena, struct band);

	b->outer = g->band;
	b->x = g->left - g->style->border / 2;
	b->width = grid_width(g) + g->style->border;
	b->border = g->style->border;
	b->border_colour = g->style->border_colour;
	return b;
}

static struct strip *
put_rows(const struct unit *u)
{
	struct grid *g = u->g;
	struct shown *shown = arena_array(g->job->block_arena, struct shown,
	    g->columns);
	const struct band *band = u->rows > 1 ? frame_around(g) : g->band;
	size_t r, lines, part, max = (size_t)((room_on_sheet(g, 0.7) -
	    2 * g->style->padding) / g->style->leading);
	struct strip *first = NULL, *s;

	for (r = 0; r < u->rows; r++) {
		begin_row(u, shown, r);
		lines = lines_of_row(u, shown, r);
		for (; lines > 0; lines -= part) {
			part = lines < max ? lines : max;
			s = put_part(u, shown, r, part, band, part == lines);
			if (first == NULL)
				first = s;
		}
	}
	return first;
}

/* --- Rows */

size_t
grid_joined(const struct grid *g, const struct grid_cell *cells, size_t rows)
{
	size_t r, c, reach = 1;

	for (r = 0; r < reach && r < rows; r++, cells += g->columns)
		for (c = 0; c < g->columns; c++)
			if (r + 1 + cells[c].down > reach)
				reach = r + 1 + cells[c].down;
	return reach;
}

struct strip *
grid_rows(struct grid *g, const struct grid_cell *cells, size_t rows)
{
	struct arena *a = g->job->block_arena;
	struct arena_state state = arena_state(a);
	struct unit u = { g, cells, rows, arena_array(a, struct text_lines,
	    rows * g->columns), arena_array(a, double, rows + 1),
	    arena_array(a, double, rows) };
	struct strip *first = NULL;
	size_t i;

	for (i = 0; i < rows * g->columns; i++)
		if (cells[i].text != NULL)
			u.sets[i] = text_lines(cells[i].text, cell_width(g,
			    &cells[i], i % g->columns) - 2 * g->style->padding);
	for (i = 0; i < rows; i++)
		u.bases[i] = base_of(&u.sets[i * g->columns], g->columns);
	if (rows > 1) {
		set_tops(&u);
		if (u.tops[rows] <= room_on_sheet(g, 0.5))
			first = put_whole(&u);
	}
	if (first == NULL)
		first = put_rows(&u);
	arena_rewind(a, state);
	return first;
}

void
grid_keep(struct strip *above, const struct strip *unit, size_t r,
    size_t units)
{
	if ((r == 1 || r + 1 == units) && unit->next == NULL &&
	    above->height + unit->height < PAIR_MAX)
		frame_keep_loosely(above);
}
