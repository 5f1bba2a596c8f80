/* SPDX-License-Identifier: ISC
 *
 * form_cell: fields in tables. Part of form.
 */
#ifndef MODEL_FORM_CELL_H
#define MODEL_FORM_CELL_H

#include "model/dom.h"

/* The cells of a table by row and column; a cell that takes several stands in
 * all of them. In the document's arena. */
struct field_grid {
	node	**cells;		/* NULL: none */
	size_t	  rows, columns;
	bool	  head;			/* the first row is the header */
};

struct field_grid form_cell_grid(struct doc *, const node *table);
/* Puts a field into each cell of the body columns whose cells are all empty or
 * hold a field. */
void		  form_cell_fill(struct doc *, const struct field_grid *);
/* What describes the cell at row r and column c: its row's header, its
 * column's, or both; else empty. */
str		  form_cell_label(struct doc *, const struct field_grid *,
		    size_t r, size_t c);

#endif
