/* SPDX-License-Identifier: ISC
 *
 * grid: brings a table into the form that Markdown has: rows of equal length,
 * a cell that begins in every row and column, at most one header row.
 */
#ifndef IMPORT_GRID_H
#define IMPORT_GRID_H

#include "import/blocks.h"
#include "import/losses.h"

/* The most columns of a table: Word has no more than 63. */
enum { GRID_COLUMNS = 100 };

/* False where the table has more columns. */
bool	grid_make(struct arena *, struct table *, struct losses *, str place);
/* Whether there is nothing in the cell. */
bool	grid_is_blank(const struct cell *);

#endif
