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
/* Whether a block may be turned that no landscape block is around: it is none
 * of a list, a box or a division of lines, and its sheet is upright. */
bool	turn_may(const struct builder *, const struct area *, const node *);
/* As turn_sheets(), for the landscape sheet of a table; headings just before
 * stand there too. Returns whether text may pass the table. */
bool	turn_table(struct builder *, struct area *);
/* The strips that the builder makes from now on stand on sheets of that
 * orientation; the area, which is as wide as the text, becomes as wide as
 * theirs. */
void	turn_sheets(struct builder *, struct area *, bool turned);

#endif
