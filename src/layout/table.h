/* SPDX-License-Identifier: ISC
 *
 * pdf_table: rows of cells. Columns are as wide as their contents ask; a row
 * is one strip, torn by lines only where it is taller than a sheet.
 */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "layout/text.h"

struct pdf_cell {
	struct pdf_text	*text;		/* NULL: empty */
	bool		 header;	/* on the ground of header cells */
	bool		 whole;		/* in one line, if it can be */
	unsigned	 more;		/* columns that it spans beside its
					 * own; their cells are empty */
	enum pdf_align	 align;
};

struct pdf_grid {
	struct pdf_job		*job;
	struct pdf_strips	*to;
	double			 left;
	size_t			 columns;
	double			*widths;
	const struct pdf_style	*style;		/* its rules and padding */
	const struct pdf_style	*head;		/* ground of header cells */
	double			 least;		/* height of a row */
	bool			 form;		/* columns more than half of whose
					 * cells are empty are written in */
	const struct pdf_band	*band;
};

/* How wide the columns are in the width, from their texts by row and
 * column. rows * columns cells. A cell of several columns takes what they
 * have. Where words would be torn, the texts and the grid's style become
 * smaller, padding first. */
void	pdf_table_widths(struct pdf_grid *, const struct pdf_cell *,
	    size_t rows, double width);
/* Appends a row; returns its first strip. */
struct pdf_strip *pdf_table_row(struct pdf_grid *, const struct pdf_cell *);

/* Keeps row r of all, one strip that was just appended, with the strip above
 * it, where no sheet should begin or end with that row alone. */
void	pdf_table_keep(struct pdf_strip *above, const struct pdf_strip *row,
	    size_t r, size_t rows);

/* Appends the strips of a KIND_TABLE; before [pt] is above it. */
void	pdf_table_put(struct pdf_job *, struct pdf_strips *,
	    const struct _xmlNode *, struct pdf_tag *parent, double left,
	    double width, const struct pdf_band *, double before);

#endif
