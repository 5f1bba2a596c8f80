/* SPDX-License-Identifier: ISC
 *
 * grid: rows of cells in columns. A row is one strip; a row that is too high
 * for a sheet is divided between lines into several. Lengths are [pt].
 */
#ifndef LAYOUT_GRID_H
#define LAYOUT_GRID_H

#include "layout/job.h"

struct text;

struct grid_cell {
	struct text		*text;	/* NULL: empty */
	bool			 header;	/* has their background */
	bool			 whole;	/* on one line, if there is room */
	unsigned		 more;	/* columns that it spans beside its
					 * own; their cells are empty */
	enum style_align	 align;
};

struct grid {
	struct layout_job	*job;
	struct strips		*to;
	double			 left;
	size_t			 columns;
	double			*widths;	/* set by columns */
	const struct style	*style;		/* of rules and padding */
	const struct style	*head;		/* background of header cells */
	double			 min_height;	/* of a row */
	bool			 form;	/* columns more than half of whose
					 * cells are empty are to be filled
					 * in by hand */
	const struct band	*band;
};

/* Appends a row; returns its first strip. */
struct strip *grid_row(struct grid *, const struct grid_cell *);
/* Keeps row r (the head is row 0), which was just appended, with the strip
 * above it, where no sheet should begin or end with that row alone: the first
 * two rows of the body stay together, and the last two, unless row r has
 * several strips or the two are so high that a large hole would remain. */
void	grid_keep(struct strip *above, const struct strip *row,
	    size_t r, size_t rows);

#endif
