/* SPDX-License-Identifier: ISC
 *
 * columns: how wide the columns of a table are: as wide as their contents
 * ask, as far as there is room.
 */
#ifndef LAYOUT_COLUMNS_H
#define LAYOUT_COLUMNS_H

#include "layout/grid.h"

/* Sets the widths of the grid's columns, which take width together, from the
 * texts of its rows * columns cells, row by row. A cell that spans several
 * columns asks for nothing: it takes what they have. Where words would be
 * torn, the texts and the grid's style become smaller, the padding first. */
void	columns_set(struct grid *, const struct grid_cell *,
	    size_t rows, double width);

#endif
