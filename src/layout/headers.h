/* SPDX-License-Identifier: ISC
 *
 * headers: which header cells describe a cell, for readers of the record. A
 * scope says it where headers take one column or row (ISO 14289-1, 7.5); those
 * that take several are named in every cell that they describe.
 */
#ifndef LAYOUT_HEADERS_H
#define LAYOUT_HEADERS_H

#include "layout/grid.h"

/* Sets the Headers of the tags of the grid's cells, row by row. */
void	headers_set(const struct grid *, const struct grid_cell *, size_t rows);

#endif
