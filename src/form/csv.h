/* SPDX-License-Identifier: ISC
 *
 * csv: reads a table as a spreadsheet saves it: “;”, “,” or tab between cells
 * (the one that the first line has most of), quotes, CRLF or LF; UTF-8 with or
 * without a mark, else the code page 1254 (the CSV of a Turkish Excel).
 */
#ifndef FORM_CSV_H
#define FORM_CSV_H

#include "base/str.h"

struct arena;

enum csv_fault { CSV_FINE, CSV_ENCODING, CSV_QUOTE, CSV_LARGE };

struct csv_row {
	str		*cells;		/* UTF-8, composed */
	size_t		 num;
	size_t		 number;	/* of the row in the table, from 1 */
};

/* Rows of empty cells are left out. */
struct csv {
	struct csv_row	*rows;
	size_t		 num;
};

/* Reads the bytes, in the arena. On a fault, *row is its row. Removes the “'”
 * that cell_csv() adds. */
enum csv_fault	csv_read(struct csv *, struct arena *, str bytes, size_t *row);

#endif
