/* SPDX-License-Identifier: ISC
 *
 * grid: rows of cells in columns. A row is one strip; a row that is too high
 * for a sheet is divided between lines into several. Rows that a cell connects
 * are one strip together, or, where that would be too high, one each. Lengths
 * are [pt].
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
					 * own; their cells are covered */
	unsigned		 down;	/* rows that it spans below its own */
	bool			 covered;	/* by another cell: no text */
	struct pdf_tag		*tag;	/* of a document's table */
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
	size_t			 heads;	/* rows of the head, 0 or 1 */
	bool			 natural;	/* no wider than its texts */
	bool			 spans;	/* cells that span columns count in
					 * their widths */
	const unsigned char	*shares;	/* of the columns in the width
						 * [%], or NULL */
	bool			 form;	/* columns more than half of whose
					 * cells are empty are to be filled
					 * in by hand */
	const struct band	*band;
};

/* The sum of the widths of its columns [pt]. */
double		 grid_width(const struct grid *);
/* The number of rows that cells connect with the first one, at least 1. */
size_t		 grid_joined(const struct grid *, const struct grid_cell *,
		    size_t rows);
/* Appends so many rows, all that cells connect; returns their first strip. */
struct strip	*grid_rows(struct grid *, const struct grid_cell *,
		    size_t rows);
/* Keeps unit r of the body (from 0; a unit is a row or rows that cells
 * connect), which was just appended, with the strip above it, where no sheet
 * should begin or end with that unit alone: the first two of them stay
 * together, and the last two, unless unit r has several strips or the two are
 * so high that a large hole would remain. */
void		 grid_keep(struct strip *above, const struct strip *unit,
		    size_t r, size_t units);

#endif
