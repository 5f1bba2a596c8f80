/* SPDX-License-Identifier: ISC
 *
 * fill_table: the rows of a table as values of a form. Faults are reported at
 * the row and the column (of cells) in which they are.
 */
#ifndef EDITION_FILL_TABLE_H
#define EDITION_FILL_TABLE_H

#include "base/diags.h"
#include "form/csv.h"
#include "form/filling.h"

struct fill_table {
	struct arena	*arena;
	const struct filling *form;
	struct diags	*diags;
	str		 path;		/* as messages show it */
	const str	*names;		/* of the columns */
	const struct entry **columns;	/* NULL: not a field */
	size_t		 num_columns;
	size_t		 name_column;	/* from 1; 0: none */
	const struct csv_row *rows;	/* without the heads */
	size_t		 num;
};

/* Reads the bytes, checks every cell and reports all faults. name: the column
 * that names the files, or NULL. False where the table cannot be read at
 * all. */
bool	fill_table_read(struct fill_table *, struct arena *,
	    const struct filling *, struct diags *, str path, str bytes,
	    const char *name);
/* The values of a row without faults, in the arena; returns their number. */
size_t	fill_table_values(const struct fill_table *, struct arena *,
	    size_t row, struct filling_value **);
/* What the file of a row is called: “0001”, or the cell by the id rule. */
str	fill_table_name(const struct fill_table *, struct arena *, size_t row);

#endif
