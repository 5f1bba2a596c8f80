/* SPDX-License-Identifier: ISC
 *
 * table: rows of cells. Columns are as wide as their contents ask; a row
 * is one strip, torn by lines only where it is taller than a sheet.
 */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "layout/text.h"

struct table_cell {
	struct text		*text;	/* NULL: empty */
	bool			 header;	/* has their background */
	bool			 whole;	/* in one line, if it can be */
	unsigned		 more;	/* columns that it spans beside its
					 * own; their cells are empty */
	enum style_align	 align;
};

struct table_grid {
	struct layout_job	*job;
	struct strips		*to;
	double			 left;
	size_t			 columns;
	double			*widths;
	const struct style	*style;		/* its rules and padding */
	const struct style	*head;		/* ground of header cells */
	double			 min_height;		/* height of a row */
	bool			 form;	/* columns more than half of whose
					 * cells are empty are written in */
	const struct band	*band;
};

/* How wide the columns are in the width, from their texts by row and
 * column. rows * columns cells. A cell of several columns takes what they
 * have. Where words would be torn, the texts and the grid's style become
 * smaller, padding first. */
void	table_widths(struct table_grid *, const struct table_cell *,
	    size_t rows, double width);
/* Appends a row; returns its first strip. */
struct strip *table_row(struct table_grid *, const struct table_cell *);

/* Keeps row r of all, one strip that was just appended, with the strip above
 * it, where no sheet should begin or end with that row alone. */
void	table_keep(struct strip *above, const struct strip *row,
	    size_t r, size_t rows);

/* Appends the strips of a KIND_TABLE; before [pt] is above it. */
void	table_put(struct layout_job *, struct strips *,
	    const struct _xmlNode *, struct pdf_tag *parent, double left,
	    double width, const struct band *, double before);

#endif
