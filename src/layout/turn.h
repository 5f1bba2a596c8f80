/* SPDX-License-Identifier: ISC
 *
 * turn: which blocks stand on turned sheets: those in a landscape block, and
 * headings before it, which would else be alone on a sheet. For block.
 */
#ifndef LAYOUT_TURN_H
#define LAYOUT_TURN_H

#include "layout/builder.h"

/* Whether a block at the top of the document stands on a turned sheet. */
bool	turn_is_wanted(const node *);
/* The strips that the builder makes from now on stand on sheets of that
 * orientation; the area, which is as wide as the text, becomes as wide as
 * theirs. */
void	turn_sheets(struct builder *, struct area *, bool turned);

#endif
