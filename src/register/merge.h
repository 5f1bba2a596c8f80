/* SPDX-License-Identifier: ISC
 *
 * merge: makes one register of the branches that git put into one file. One
 * branch stays as it is, if possible the one with the published rows; the rows
 * of the others are put after it (register/join.h).
 */
#ifndef REGISTER_MERGE_H
#define REGISTER_MERGE_H

#include "base/diags.h"
#include "register/history.h"
#include "register/published.h"

/* Which branch stays as it is where the published rows allow more than one:
 * the first in the file, or the last for MERGE_THEIRS. With MERGE_NO_SIDE a
 * conflict is an error; else the branch that stays decides it. */
enum merge_side { MERGE_NO_SIDE, MERGE_OURS, MERGE_THEIRS };

struct merge {
	str		 text;		/* the register that results */
	size_t		 added;		/* rows that were chained again */
	size_t		 common;	/* rows of all branches */
	str		 chain;		/* of the last of them */
	bool		 published;	/* a published row was chained again */
	struct row	*dropped;	/* in conflict with the chosen side */
	size_t		 num_dropped;
};

/* Merges the branches, in arena; row_read() must accept every row of the
 * history. Where only the user can decide, reports that and returns false. */
bool	merge_branches(struct merge *, struct arena *, const struct history *,
	    const struct published *, enum merge_side, str path,
	    struct diags *);

#endif
