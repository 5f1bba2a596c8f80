/* SPDX-License-Identifier: ISC */
#include "layout/columns.h"

#include <math.h>

#include "base/arena.h"
#include "layout/text.h"
#include "layout/text_width.h"

/*
 * The widths of columns
 * ---------------------
 * Each column has three widths, found from its cells:
 *
 * - maximum: no line ends except at a forced break;
 * - minimum: no hyphen is added; a line may end after a slash, a dash or
 *   another sign (of a cell that is marked `whole`, such as a date, it is the
 *   maximum);
 * - unbreakable: words are divided between syllables, even where their style
 *   forbids it, so this is the widest piece that cannot be divided.
 *
 * A cell that spans several columns counts for none of them; where the grid
 * says so (`spans`), it then widens them together as far as it needs.
 *
 * A table that is not `natural` is as wide as the text around it, and its
 * columns share that width. distribute() has three cases:
 *
 * 1. The sum of the maximums fits. Every column gets its maximum, and the
 *    rest is shared in proportion to the maximums with their padding. Where
 *    the grid is `natural`, there is no rest: each column is AIR wider than its
 *    maximum, and the table is narrower than the text, unless it is to be
 *    filled in or nearly as wide as the text.
 * 2. The sum of the minimums fits. Every column gets its minimum, and the
 *    rest is shared in proportion to (maximum - minimum): a column of long
 *    texts gets more of it than a column of short ones, and a column whose
 *    texts already stand on one line gets nothing.
 * 3. Not even the minimums fit: words must be divided. cut_widest() finds the
 *    limit L for which the sum of min(minimum, L), but never less than
 *    unbreakable, equals the width without the paddings. So the widest columns
 *    are cut to one common width and narrow ones stay whole. The sum grows with
 *    L, so L is found by bisection; after 50 halvings of the width of a sheet
 *    the error is below 1e-9 pt. Where even the unbreakable widths do not fit,
 *    words are torn: the same search from 0 to the unbreakable widths.
 *
 * Where the minimums do not fit, take_fit() makes room before distribute()
 * chooses its case: it applies the first of `fits` in which the unbreakable
 * widths fit. First the padding shrinks, then the size of the text, down to
 * 6.5 pt. Where none is enough, the last is taken.
 *
 * Where the grid has `shares`, which the author has typed, and the minimums
 * fit, share() takes the place of distribute().
 *
 * Where the grid allows it (`form`), a column of which more than half of the
 * cells below the head are empty is to be filled in by hand. Its minimum is at
 * least WRITE_WIDTH, its maximum at least twice that, and the rows of the table
 * get at least the height for handwriting. Case 3 can make it narrower.
 *
 * Where all texts fit on one line each beside such minimums, they stay on one
 * (prefer_texts): the columns to be filled in, and typed shares, yield.
 */

#define MM	(72 / 25.4)

/* A table that takes more of the width takes all of it. */
#define NEARLY	0.9
/* What a column of a table that takes less is wider than its texts [pt]. */
#define AIR	8.

/* A column to be filled in by hand: the height of its rows and its width
 * [pt]. */
#define WRITE_HEIGHT	(8 * MM)
#define WRITE_WIDTH	(25 * MM)

enum width {
	UNBREAKABLE,			/* words broken with hyphens */
	MINIMUM,			/* no hyphen added */
	MAXIMUM,			/* whole texts */
	WIDTHS
};

/* Of a column. */
struct column {
	double	w[WIDTHS];		/* of its texts [pt], without the
					 * padding */
	bool	form;			/* to be filled in by hand */
	bool	fields;			/* has blanks that grow */
};

/* How a table is set that is too wide for its sheet: by the first fit that
 * tears no word and no number. */
static const struct fit {
	double	padding, size;		/* maximum [pt] */
} fits[] = {
	{ HUGE_VAL, HUGE_VAL }, { 3, HUGE_VAL }, { 2.2, HUGE_VAL },
	{ 1.5, HUGE_VAL }, { 1.5, 8.4 }, { 1.5, 7.8 }, { 1.5, 7.2 },
	{ 1.5, 6.5 }
};
enum { FITS = sizeof(fits) / sizeof(fits[0]) };

/* Whether a column is to be filled in by hand: more than half of the cells
 * below its head are empty. */
static bool
is_form(const struct grid *g, const struct grid_cell *cells, size_t rows,
    size_t c)
{
	const struct grid_cell *cell;
	size_t r, empty = 0, num = 0;

	for (r = g->heads; r < rows; r++) {
		cell = &cells[r * g->columns + c];
		if (cell->covered)
			continue;
		num++;
		empty += cell->text == NULL || text_is_empty(cell->text);
	}
	return 2 * empty > num;
}

/* Cells that span several columns are left out. */
static void
measure_column(const struct grid *g, const struct grid_cell *cells,
    size_t rows, size_t c, struct column *col)
{
	const struct grid_cell *cell;
	double w;
	size_t r;

	*col = (struct column){ .form = g->form &&
	    is_form(g, cells, rows, c) };
	for (r = 0; r < rows; r++) {
		cell = &cells[r * g->columns + c];
		if (cell->text == NULL || cell->more > 0)
			continue;
		w = text_width_maximum(cell->text);
		col->fields = col->fields || text_width_grows(cell->text);
		col->w[MAXIMUM] = fmax(col->w[MAXIMUM], w);
		col->w[MINIMUM] = fmax(col->w[MINIMUM], cell->whole ? w :
		    text_width_minimum(cell->text));
	}
	if (col->form) {
		col->w[MINIMUM] = fmax(col->w[MINIMUM], WRITE_WIDTH);
		col->w[MAXIMUM] = fmax(col->w[MAXIMUM], 2 * WRITE_WIDTH);
	}
}

static void
measure_unbreakable(const struct grid *g, const struct grid_cell *cells,
    size_t rows, size_t c, struct column *col)
{
	const struct text *t;
	size_t r;

	for (r = 0; r < rows; r++) {
		t = cells[r * g->columns + c].text;
		if (t != NULL && cells[r * g->columns + c].more == 0)
			col->w[UNBREAKABLE] = fmax(col->w[UNBREAKABLE],
			    text_width_unbreakable(t));
	}
}

/* Widens columns so far that a text which takes all of them has its width:
 * in proportion to what they have, for columns that differ serve other texts
 * so. */
static void
widen(struct column *cols, size_t num, enum width kind, double width)
{
	double sum = 0;
	size_t c;

	for (c = 0; c < num; c++)
		sum += cols[c].w[kind];
	for (c = 0; c < num && sum < width; c++)
		cols[c].w[kind] += (width - sum) * (sum > 0 ?
		    cols[c].w[kind] / sum : 1 / (double)num);
}

/* Lets the cells that span columns count, from one kind of width to another. */
static void
measure_spans(const struct grid *g, const struct grid_cell *cells, size_t rows,
    struct column *cols, enum width from, enum width to)
{
	static double (*const measure[])(const struct text *) = {
		text_width_unbreakable, text_width_minimum, text_width_maximum
	};
	const struct grid_cell *cell;
	enum width kind;
	size_t i;

	for (i = 0; g->spans && i < rows * g->columns; i++) {
		cell = &cells[i];
		if (cell->text == NULL || cell->more == 0)
			continue;
		for (kind = from; kind <= to; kind++)
			widen(&cols[i % g->columns], 1 + cell->more, kind,
			    measure[kind](cell->text) -
			    2 * g->style->padding * cell->more);
	}
}

static double
padding_of(const struct grid *g, const struct fit *f)
{
	return fmin(g->style->padding, f->padding);
}

static double
factor_of(const struct grid *g, const struct fit *f)
{
	return fmin(g->style->size, f->size) / g->style->size;
}

/* The first fit in which no column is narrower than its unbreakable width, or
 * the last. */
static const struct fit *
find_fit(const struct grid *g, const struct column *cols, double width)
{
	double unbreakable = 0;
	size_t c, i;

	for (c = 0; c < g->columns; c++)
		unbreakable += cols[c].w[UNBREAKABLE];
	for (i = 0; i + 1 < FITS; i++)
		if (unbreakable * factor_of(g, &fits[i]) +
		    2 * (double)g->columns * padding_of(g, &fits[i]) <= width)
			break;
	return &fits[i];
}

/* Applies the fit to the table. */
static void
take_fit(struct grid *g, const struct grid_cell *cells, size_t rows,
    struct column *cols, const struct fit *f)
{
	struct style *s = arena_new_of(g->job->block_arena, struct style);
	double factor = factor_of(g, f);
	size_t i;

	*s = *g->style;
	s->padding = padding_of(g, f);
	s->size *= factor;
	s->leading *= factor;
	g->style = s;
	if (factor >= 1)
		return;
	for (i = 0; i < rows * g->columns; i++)
		if (cells[i].text != NULL)
			text_width_scale(cells[i].text, factor);
	for (i = 0; i < g->columns; i++) {
		cols[i].w[UNBREAKABLE] *= factor;
		cols[i].w[MINIMUM] *= factor;
		cols[i].w[MAXIMUM] *= factor;
	}
}

/* The width of a column between its bounds low and high, at most limit but
 * never below low. */
static double
bounded(double low, double high, double limit)
{
	return fmax(low, fmin(high, limit));
}

static double
level_sum(const struct column *cols, size_t num, bool torn, double limit)
{
	double sum = 0;
	size_t c;

	for (c = 0; c < num; c++)
		sum += torn ? bounded(0, cols[c].w[UNBREAKABLE], limit) :
		    bounded(cols[c].w[UNBREAKABLE], cols[c].w[MINIMUM], limit);
	return sum;
}

/* Cuts the widest columns so far that all columns take width together: as
 * narrow as words can be broken, or further, where words are torn. */
static void
cut_widest(struct grid *g, const struct column *cols, double width)
{
	bool torn = level_sum(cols, g->columns, false, 0) > width;
	double low = 0, high = width, limit;
	size_t c;
	int i;

	for (i = 0; i < 50; i++) {
		limit = (low + high) / 2;
		if (level_sum(cols, g->columns, torn, limit) <= width)
			low = limit;
		else
			high = limit;
	}
	for (c = 0; c < g->columns; c++)
		g->widths[c] = torn ? bounded(0, cols[c].w[UNBREAKABLE], low) :
		    bounded(cols[c].w[UNBREAKABLE], cols[c].w[MINIMUM], low);
}

/* Whether the table takes all of the width even if its texts do not: to be
 * filled in, or because it looks like all of it. */
static bool
is_stretched(const struct grid *g, const struct column *cols, double natural,
    double width)
{
	size_t c;

	for (c = 0; c < g->columns; c++)
		if (cols[c].form || cols[c].fields)
			return true;
	return !g->natural || natural > NEARLY * width;
}

static double
sum_of(const struct grid *g, const struct column *cols, enum width kind)
{
	double sum = 0;
	size_t c;

	for (c = 0; c < g->columns; c++)
		sum += cols[c].w[kind];
	return sum;
}

/* Where there is room, every column gets its maximum and a part of the rest
 * in proportion; else its minimum and a part of the rest in proportion to how
 * much its maximum is wider; else the widest columns are cut. */
static void
distribute(struct grid *g, const struct column *cols, double width)
{
	double pad = 2 * g->style->padding, part;
	double room = width - pad * (double)g->columns;
	double minimum = sum_of(g, cols, MINIMUM);
	double maximum = sum_of(g, cols, MAXIMUM);
	double natural = maximum + pad * (double)g->columns;
	bool stretched = is_stretched(g, cols, natural + AIR *
	    (double)g->columns, width);
	size_t c;

	if (minimum > room)
		cut_widest(g, cols, room);
	for (c = 0; c < g->columns; c++) {
		if (maximum <= room) {
			g->widths[c] = cols[c].w[MAXIMUM] + pad;
			if (stretched)
				g->widths[c] = g->widths[c] * width / natural;
			else
				g->widths[c] += AIR;
			continue;
		}
		if (minimum <= room) {
			part = (cols[c].w[MAXIMUM] - cols[c].w[MINIMUM]) /
			    (maximum - minimum);
			g->widths[c] = cols[c].w[MINIMUM] +
			    part * (room - minimum);
		}
		g->widths[c] += pad;
	}
}

/* The width in which every column has its maximum in its share, at most all. */
static double
shared_width(const struct grid *g, const struct column *cols, double width)
{
	double pad = 2 * g->style->padding, natural = 0;
	size_t c;

	for (c = 0; c < g->columns; c++)
		if (g->shares[c] > 0)
			natural = fmax(natural, (cols[c].w[MAXIMUM] + pad +
			    AIR) * 100 / g->shares[c]);
	return natural > width || is_stretched(g, cols, natural, width) ?
	    width : natural;
}

/* Gives every column its share of the width, but not less than its minimum:
 * those that would get less have it, until the others can share the rest. */
static void
share(struct grid *g, const struct column *cols, double width)
{
	double pad = 2 * g->style->padding, left, parts;
	bool again = true;
	size_t c;

	width = shared_width(g, cols, width);
	while (again) {
		again = false;
		left = width;
		parts = 0;
		for (c = 0; c < g->columns; c++) {
			left -= g->widths[c];
			parts += g->widths[c] > 0 ? 0 : g->shares[c];
		}
		for (c = 0; c < g->columns; c++)
			if (g->widths[c] <= 0 && left * g->shares[c] <=
			    parts * (cols[c].w[MINIMUM] + pad)) {
				g->widths[c] = cols[c].w[MINIMUM] + pad;
				again = true;
			}
	}
	for (c = 0; c < g->columns; c++)
		if (g->widths[c] <= 0)
			g->widths[c] = left * g->shares[c] / parts;
}

static void
measure(const struct grid *g, const struct grid_cell *cells, size_t rows,
    struct column *cols)
{
	size_t c;

	for (c = 0; c < g->columns; c++)
		measure_column(g, cells, rows, c, &cols[c]);
	measure_spans(g, cells, rows, cols, MINIMUM, MAXIMUM);
}

/* How the table is set where not even the minimums fit. */
static const struct fit *
measure_fit(const struct grid *g, const struct grid_cell *cells, size_t rows,
    struct column *cols, double width)
{
	size_t c;

	for (c = 0; c < g->columns; c++)
		measure_unbreakable(g, cells, rows, c, &cols[c]);
	measure_spans(g, cells, rows, cols, UNBREAKABLE, UNBREAKABLE);
	return find_fit(g, cols, width);
}

struct columns_sizes
columns_sizes(const struct grid *g, const struct grid_cell *cells, size_t rows,
    double width)
{
	struct column *cols = arena_array(g->job->block_arena, struct column,
	    g->columns);
	const struct fit *last = &fits[FITS - 1];
	double size = g->style->size, num = (double)g->columns, minimum, least;

	measure(g, cells, rows, cols);
	minimum = sum_of(g, cols, MINIMUM);
	if (minimum + 2 * g->style->padding * num <= width)
		return (struct columns_sizes){ size, size };
	least = fmin(size, size * fmax(0, width - 2 * padding_of(g, last) *
	    num) / minimum);
	return (struct columns_sizes){ size * factor_of(g, measure_fit(g,
	    cells, rows, cols, width)), least };
}

/* Raises the minimums of texts to their maximums, where the columns to be
 * filled in have their least width beside them. */
static void
prefer_texts(const struct grid *g, struct column *cols, double room)
{
	double sum = 0;
	size_t c;

	for (c = 0; c < g->columns; c++)
		sum += cols[c].w[cols[c].form ? MINIMUM : MAXIMUM];
	for (c = 0; c < g->columns && sum <= room; c++)
		if (!cols[c].form)
			cols[c].w[MINIMUM] = cols[c].w[MAXIMUM];
}

void
columns_set(struct grid *g, const struct grid_cell *cells, size_t rows,
    double width)
{
	struct column *cols = arena_array(g->job->block_arena, struct column,
	    g->columns);
	double pad = 2 * g->style->padding * (double)g->columns;
	size_t c;

	g->widths = arena_array(g->job->arena, double, g->columns);
	measure(g, cells, rows, cols);
	for (c = 0; c < g->columns; c++)
		if (cols[c].form)
			g->min_height = fmax(g->min_height, WRITE_HEIGHT);
	prefer_texts(g, cols, width - pad);
	if (sum_of(g, cols, MINIMUM) + pad <= width && g->shares != NULL) {
		share(g, cols, width);
		return;
	}
	if (sum_of(g, cols, MINIMUM) + pad > width)
		take_fit(g, cells, rows, cols, measure_fit(g, cells, rows,
		    cols, width));
	distribute(g, cols, width);
}
