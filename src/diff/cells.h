/* SPDX-License-Identifier: ISC
 *
 * cells: which cells of two rows belong together, by the columns of their
 * tables. Part of changes.
 */
#ifndef DIFF_CELLS_H
#define DIFF_CELLS_H

#include "diff/change.h"
#include "diff/similar.h"

struct cells {
	struct changes		*changes;
	struct script_sides	*sides;
	const struct matches	*m;
	size_t			*old_tables;	/* table -> its first row */
	size_t			*new_tables;
};

/* In the arena of the changes; all borrowed. */
struct cells	cells_make(struct changes *, struct script_sides *,
		    const struct matches *);
/* Whether old row i and new row j are the first rows of tables that belong
 * together. */
bool		cells_are_heads(const struct cells *, size_t i, size_t j);
/* Compares the rows cell by cell; returns the parts. */
struct change_part *cells_compare(struct cells *, size_t i, size_t j,
		    size_t *num);

#endif
