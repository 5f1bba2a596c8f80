/* SPDX-License-Identifier: ISC
 *
 * table: the tables of a document, with their captions. columns sets the widths
 * of their columns, grid their rows.
 */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "layout/grid.h"
#include "model/dom.h"

/* A table that is read, but not placed yet. */
struct table {
	struct grid		 grid;
	struct grid_cell	*cells;		/* rows * grid.columns */
	size_t			 rows;
	const node		*source;
	struct pdf_tag		*tag;
	struct text		*caption;	/* or NULL */
};

/* Reads a KIND_TABLE into tags and shaped words, in the block_arena. Its strips
 * will go to `to`, left [pt] from the margin. */
struct table	table_read(struct layout_job *, struct strips *to, const node *,
		    struct pdf_tag *parent, double left, const struct band *);
/* Whether its text would be smaller than that [pt] in the width, or many of
 * its words divided where few are in the width of a landscape sheet. */
bool		table_is_wide(const struct table *, double size, double width,
		    double landscape);
/* Appends its strips; before [pt] is the space above it. */
void		table_put(struct table *, double width, double before);

#endif
