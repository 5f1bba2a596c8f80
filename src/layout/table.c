/* SPDX-License-Identifier: ISC */
#include "layout/table.h"

#include <math.h>

#include "base/arena.h"
#include "style/text_style.h"

#define MM	(72 / 25.4)
/* A column to be filled in by hand: its rows and its width [pt]. */
/* Two rows that are higher together may be parted [pt]. */
enum { PAIR_MAX = 96 };
#define WRITE_HEIGHT	(8 * MM)
#define WRITE_WIDTH	(25 * MM)

/* --- Columns */

/* Widths of a column's texts [pt], without the padding. */
struct column {
	double	unbreakable;			/* words broken with hyphens */
	double	minimum;			/* whole words */
	double	maximum;			/* whole texts */
	bool	form;			/* to be filled in by hand */
};

/* How a table is set that is too wide for its sheet: the first that tears no
 * word and no number [pt]. */
static const struct fit {
	double	padding, size;		/* at most */
} fits[] = {
	{ HUGE_VAL, HUGE_VAL }, { 3, HUGE_VAL }, { 2.2, HUGE_VAL },
	{ 1.5, HUGE_VAL }, { 1.5, 8.4 }, { 1.5, 7.8 }, { 1.5, 7.2 },
	{ 1.5, 6.5 }
};
enum { FITS = sizeof(fits) / sizeof(fits[0]) };

/* Whether a column is to be written in: more than half of the cells below
 * its head are empty. */
static bool
is_form(const struct table_grid *g, const struct table_cell *cells, size_t rows,
    size_t c)
{
	const struct text *t;
	size_t r, empty = 0;

	for (r = 1; r < rows; r++) {
		t = cells[r * g->columns + c].text;
		empty += t == NULL || text_is_empty(t);
	}
	return 2 * empty > rows - 1;
}

/* Cells of several columns ask for nothing. */
static void
measure_column(const struct table_grid *g, const struct table_cell *cells,
    size_t rows, size_t c, struct column *col)
{
	const struct table_cell *cell;
	double w;
	size_t r;

	*col = (struct column){ .form = g->form &&
	    is_form(g, cells, rows, c) };
	for (r = 0; r < rows; r++) {
		cell = &cells[r * g->columns + c];
		if (cell->text == NULL || cell->more > 0)
			continue;
		w = text_width_maximum(cell->text);
		col->maximum = fmax(col->maximum, w);
		col->minimum = fmax(col->minimum, cell->whole ? w :
		    text_width_minimum(cell->text));
	}
	if (col->form) {
		col->minimum = fmax(col->minimum, WRITE_WIDTH);
		col->maximum = fmax(col->maximum, 2 * WRITE_WIDTH);
	}
}

static void
measure_unbreakable(const struct table_grid *g, const struct table_cell *cells,
    size_t rows, size_t c, struct column *col)
{
	const struct text *t;
	size_t r;

	for (r = 0; r < rows; r++) {
		t = cells[r * g->columns + c].text;
		if (t != NULL && cells[r * g->columns + c].more == 0)
			col->unbreakable = fmax(col->unbreakable,
			    text_width_unbreakable(t));
	}
}

static double
padding_of(const struct table_grid *g, const struct fit *f)
{
	return fmin(g->style->padding, f->padding);
}

static double
factor_of(const struct table_grid *g, const struct fit *f)
{
	return fmin(g->style->size, f->size) / g->style->size;
}

/* The first way in which all columns are at least narrow, or the last. */
static const struct fit *
find_fit(const struct table_grid *g, const struct column *cols, double width)
{
	double unbreakable = 0;
	size_t c, i;

	for (c = 0; c < g->columns; c++)
		unbreakable += cols[c].unbreakable;
	for (i = 0; i + 1 < FITS; i++)
		if (unbreakable * factor_of(g, &fits[i]) +
		    2 * (double)g->columns * padding_of(g, &fits[i]) <= width)
			break;
	return &fits[i];
}

/* Sets the table so. */
static void
take_fit(struct table_grid *g, const struct table_cell *cells, size_t rows,
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
		cols[i].unbreakable *= factor;
		cols[i].minimum *= factor;
		cols[i].maximum *= factor;
	}
}

/* A column between its bounds, at most so wide. */
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
		sum += torn ? bounded(0, cols[c].unbreakable, limit) :
		    bounded(cols[c].unbreakable, cols[c].minimum, limit);
	return sum;
}

/* The widest columns are cut so far that all of them take width: as narrow
 * as words can be broken, or further where torn. */
static void
cut_widest(struct table_grid *g, const struct column *cols, double width)
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
		g->widths[c] = torn ? bounded(0, cols[c].unbreakable, low) :
		    bounded(cols[c].unbreakable, cols[c].minimum, low);
}

/* All that is wished for and the rest in proportion; or what must be and
 * the rest to those that wish for more; or the widest are cut. */
static void
share_out(struct table_grid *g, const struct column *cols, double width)
{
	double pad = 2 * g->style->padding, minimum = 0, maximum = 0, part;
	double room = width - pad * (double)g->columns;
	size_t c;

	for (c = 0; c < g->columns; c++) {
		minimum += cols[c].minimum;
		maximum += cols[c].maximum;
	}
	if (minimum > room)
		cut_widest(g, cols, room);
	for (c = 0; c < g->columns; c++) {
		if (maximum <= room) {
			g->widths[c] = (cols[c].maximum + pad) * width /
			    (maximum + pad * (double)g->columns);
			continue;
		}
		if (minimum <= room) {
			part = (cols[c].maximum - cols[c].minimum) /
			    (maximum - minimum);
			g->widths[c] = cols[c].minimum +
			    part * (room - minimum);
		}
		g->widths[c] += pad;
	}
}

static double
sum_of_minimums(const struct table_grid *g, const struct column *cols)
{
	double sum = 0;
	size_t c;

	for (c = 0; c < g->columns; c++)
		sum += cols[c].minimum + 2 * g->style->padding;
	return sum;
}

void
table_widths(struct table_grid *g, const struct table_cell *cells, size_t rows,
    double width)
{
	struct column *cols = arena_array(g->job->block_arena, struct column,
	    g->columns);
	size_t c;

	g->widths = arena_array(g->job->arena, double, g->columns);
	for (c = 0; c < g->columns; c++) {
		measure_column(g, cells, rows, c, &cols[c]);
		if (cols[c].form)
			g->min_height = fmax(g->min_height, WRITE_HEIGHT);
	}
	if (sum_of_minimums(g, cols) > width) {
		for (c = 0; c < g->columns; c++)
			measure_unbreakable(g, cells, rows, c, &cols[c]);
		take_fit(g, cells, rows, cols, find_fit(g, cols, width));
	}
	share_out(g, cols, width);
}

/* --- Rows */

static double
grid_width(const struct table_grid *g)
{
	double w = 0;
	size_t c;

	for (c = 0; c < g->columns; c++)
		w += g->widths[c];
	return w;
}

/* The width of the cell of a column, those that it spans included. */
static double
cell_width(const struct table_grid *g, const struct table_cell *cells, size_t c)
{
	double w = g->widths[c];
	size_t i;

	for (i = 1; i <= cells[c].more; i++)
		w += g->widths[c + i];
	return w;
}

static struct frame *
add_box(struct table_grid *g, struct strip *s, enum frame_kind kind,
    double x, double width)
{
	struct frame *f = frame_add(g->job->arena, s, kind);

	f->x = x;
	f->width = width;
	f->height = s->height;
	return f;
}

/* Grounds of header cells, then the lines around and between. */
static void
draw(struct table_grid *g, struct strip *s, const struct table_cell *cells)
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
aligned(const struct table_cell *cell, const struct frame *line, double room)
{
	if (cell->align == STYLE_ALIGN_END)
		return room - line->width;
	return cell->align == STYLE_ALIGN_CENTER ? (room - line->width) / 2 : 0;
}

/* The lines from <= i < to of every cell. */
static void
put_lines(struct table_grid *g, struct strip *s, const struct table_cell *cells,
    const struct text_lines *sets, size_t from, size_t to, double top)
{
	double x = g->left, pad = g->style->padding, y;
	const struct footnote_ref *ref;
	size_t c, i;

	for (c = 0; c < g->columns; x += g->widths[c++]) {
		for (i = from, y = top; i < to && i < sets[c].num; i++) {
			const struct frame *line = &sets[c].lines[i];
			frame_move(g->job->arena, s, line, x + pad +
			    aligned(&cells[c], line,
			    cell_width(g, cells, c) - 2 * pad), y);
			y += line->height;
			for (ref = sets[c].footnote_refs[i]; ref != NULL;
			    ref = ref->next)
				frame_footnote(g->job->arena, s, ref->number);
		}
	}
}

/* The most lines that a strip of a row may have. */
static size_t
lines_on_sheet(const struct table_grid *g)
{
	const struct styles *s = g->job->styles;
	double room = (s->height - s->top - s->bottom) * 0.7 -
	    2 * g->style->padding;

	return (size_t)(room / g->style->leading);
}

static struct strip *
put_part(struct table_grid *g, const struct table_cell *cells,
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
table_row(struct table_grid *g, const struct table_cell *cells)
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

/* --- Tables of a document */

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

/* Shapes the cells of a row; tags in source order. */
static void
read_row(struct layout_job *j, const node *row, struct pdf_tag *tag,
    struct table_cell *cells, size_t columns)
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

/* 14289-1, 7.2: a head only with a body. */
static void
read_cells(struct layout_job *j, const node *table, struct pdf_tag *tag,
    struct table_cell *cells, size_t columns)
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

/* “Tablo-1. …”, kept with the table. */
static void
put_caption(struct table_grid *g, const node *table, struct pdf_tag *tag,
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
	text_label(t, WORD_TABLE, dom_item(table)->number);
	text_inlines(t, caption);
	set = text_lines(t, width);
	for (i = 0; i < set.num; i++) {
		s = frame_strip(j->arena, g->to);
		s->height = set.lines[i].height;
		s->before = i == 0 ? before : 0;
		s->keep = true;
		s->band = g->band;
		s->footnote_refs = set.footnote_refs[i];
		frame_move(j->arena, s, &set.lines[i], g->left, 0);
		if (i == 0)
			frame_bookmark(j->arena, s, dom_item(table)->id, 0,
			    S(""));
	}
}

/* The first two rows of the body stay together, and the last two, unless that
 * would leave a large hole. */
void
table_keep(struct strip *above, const struct strip *row, size_t r, size_t rows)
{
	if ((r == 2 || r + 1 == rows) && row->next == NULL &&
	    above->height + row->height < PAIR_MAX)
		above->keep = true;
}

/* All rows; the head stands again where a sheet begins with another. */
static void
put_rows(struct table_grid *g, const struct table_cell *cells, size_t rows,
    double before)
{
	struct strip *head = NULL, *s, *end;
	size_t r;

	for (r = 0; r < rows; r++, cells += g->columns) {
		end = g->to->last;
		s = table_row(g, cells);
		if (r >= 2)
			table_keep(end, s, r, rows);
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
	struct table_grid g = { .job = j, .to = to, .left = left,
		.columns = dom_item(table)->table.columns,
		.style = &styles[STYLE_TABLE],
		.head = &styles[STYLE_HEADER_CELL], .band = band,
		.form = true };
	size_t rows = count_rows(table), had = to->num;
	struct table_cell *cells = arena_array(j->block_arena,
	    struct table_cell, rows * g.columns);

	put_caption(&g, table, tag, width, before);
	read_cells(j, table, tag, cells, g.columns);
	table_widths(&g, cells, rows, width);
	put_rows(&g, cells, rows, to->num > had ? g.style->before : before);
}
