/* SPDX-License-Identifier: ISC
 *
 * numbers: the numbers that Word puts in front of paragraphs (numbering.xml),
 * counted as Word counts them.
 */
#ifndef IMPORT_NUMBERS_H
#define IMPORT_NUMBERS_H

#include "import/element.h"

struct numbers;

/* Borrows the tree of numbering.xml; NULL: there is none. In arena. */
struct numbers	*numbers_make(struct arena *, const struct element *);
/* The label of the next paragraph of the list (w:numId) at the level, from 0:
 * “2.1.”, “b)”, in arena. A bullet is its symbol, and *bullet is set. Empty
 * where the list has none. */
str		 numbers_next(struct numbers *, str list, unsigned level,
		    bool *bullet);

#endif
