/* SPDX-License-Identifier: ISC
 *
 * control: the rows of the header table, which every controlled document
 * bears: their names, labels and order.
 */
#ifndef MODEL_HEADER_ROW_H
#define MODEL_HEADER_ROW_H

#include "base/lang.h"

enum control {
#define X(id, name, turkish, word) CONTROL_##id,
#include "model/header_rows.def"
#undef X
	CONTROL_COUNT
};

/* What a collection makes of the table; zeroed: as matbu ships it. */
struct controls {
	str		labels[CONTROL_COUNT];	/* empty: matbu's word */
	enum control	order[CONTROL_COUNT];
	size_t		num;			/* rows in order; 0: all */
};

/* The row of that name; false: *nearest is the most similar name. */
bool		control_read(str name, enum control *, str *nearest);
/* The label of a row. */
str		control_label(const struct controls *, enum control, enum lang);
/* The number of rows, and the i-th of them. */
size_t		control_num(const struct controls *);
enum control	control_at(const struct controls *, size_t i);

#endif
