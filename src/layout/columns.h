/* SPDX-License-Identifier: ISC
 *
 * columns: how wide the columns of a table are: as wide as their contents
 * need, as far as there is room.
 */
#ifndef LAYOUT_COLUMNS_H
#define LAYOUT_COLUMNS_H

#include "layout/grid.h"

/* Sets the widths of the grid's columns, which take width together, or less
 * where the grid is natural, from the texts of its rows * columns cells, row by
 * row [pt]. Where words would be torn, the
 * texts and the grid's style become smaller, the padding first. Raises the
 * grid's min_height where a column is to be filled in by hand. */
void	columns_set(struct grid *, const struct grid_cell *,
	    size_t rows, double width);

/* The sizes of the text in that width [pt]. */
struct columns_sizes {
	double	set;			/* that columns_set() would give it */
	double	whole;			/* at which no word is divided */
};
struct columns_sizes columns_sizes(const struct grid *,
	    const struct grid_cell *, size_t rows, double width);

#endif
