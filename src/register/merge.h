/* SPDX-License-Identifier: ISC
 *
 * merge: makes one register of the branches that git put into one file. The
 * rows that are published stay as they are; the others are put behind them
 * (register/join.h).
 */
#ifndef REGISTER_MERGE_H
#define REGISTER_MERGE_H

#include "base/diags.h"
#include "register/history.h"
#include "register/published.h"

/* Which branch decides where two cannot both stay: that which is first in the
 * file, or that which is last. */
enum merge_side { MERGE_NO_SIDE, MERGE_OURS, MERGE_THEIRS };

struct merge {
	str		 text;		/* the register that results */
	size_t		 added;		/* rows that were chained again */
	size_t		 common;	/* rows of all branches */
	str		 chain;		/* of the last of them */
	bool		 published;	/* a published row was chained again */
	struct row	*dropped;	/* they lost to a row of the side */
	size_t		 num_dropped;
};

/* Merges the branches, in arena; every row of the history is a row. Reports
 * what only the user can decide, and returns false. */
bool	merge_branches(struct merge *, struct arena *, const struct history *,
	    const struct published *, enum merge_side, str path,
	    struct diags *);

#endif
