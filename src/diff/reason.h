/* SPDX-License-Identifier: ISC
 *
 * reason: whether readers must act on a change, and why. Part of changes.
 */
#ifndef DIFF_REASON_H
#define DIFF_REASON_H

#include "diff/change.h"

/* Returns the reasons CHANGE_OF_… of what the parts add and remove. */
unsigned	reason_of_parts(const struct changes *,
		    const struct flat_block *, const struct change_part *,
		    size_t num);
/* Returns those that a block has by its place alone. */
unsigned	reason_of_place(const struct flat_block *);

#endif
