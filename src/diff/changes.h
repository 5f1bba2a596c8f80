/* SPDX-License-Identifier: ISC
 *
 * changes: compares two texts: makes the lines with marks and the entries of
 * change.
 */
#ifndef DIFF_CHANGES_H
#define DIFF_CHANGES_H

#include "diff/change.h"

/* Compares two texts, which are borrowed; in the arena. */
void	changes_make(struct changes *, struct arena *, const struct flat *old,
	    const struct flat *new);

#endif
