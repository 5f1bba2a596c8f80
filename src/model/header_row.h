/* SPDX-License-Identifier: ISC
 *
 * header_row: the rows of the header table, which every controlled document
 * has: their names, labels and order.
 */
#ifndef MODEL_HEADER_ROW_H
#define MODEL_HEADER_ROW_H

#include "base/diags.h"
#include "base/lang.h"

enum header_row {
#define X(id, en, tr, word) HEADER_ROW_##id,
#include "model/header_rows.def"
#undef X
};

/* No member of the enum, so that a switch over it is complete. */
enum {
	HEADER_ROW_COUNT = 0
#define X(id, name, turkish, word) + 1
#include "model/header_rows.def"
#undef X
};

/* The settings of a collection for the table; zeroed: matbu's defaults. */
struct header_rows {
	struct sourced	labels[HEADER_ROW_COUNT];	/* empty: default */
	enum header_row	order[HEADER_ROW_COUNT];
	size_t		num;			/* rows in order; 0: all */
};

/* Finds the row of that name. False if there is none: *nearest is the most
 * similar name. */
bool		header_row_read(str name, enum header_row *, str *nearest);
/* The label of a row. */
struct sourced	header_row_label(const struct header_rows *, enum header_row,
	    enum lang);
/* The number of rows, and the i-th of them. */
size_t		header_row_num(const struct header_rows *);
enum header_row	header_row_at(const struct header_rows *, size_t i);

#endif
