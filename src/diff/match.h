/* SPDX-License-Identifier: ISC
 *
 * match: which blocks of two documents belong together: equal blocks first,
 * then similar ones between them, then parts of blocks that were split or
 * joined, then blocks that moved.
 */
#ifndef DIFF_MATCH_H
#define DIFF_MATCH_H

#include "diff/similar.h"

/* In the arena of the sides. */
void	match_make(struct matches *, struct script_sides *);

#endif
