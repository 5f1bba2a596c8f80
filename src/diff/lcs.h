/* SPDX-License-Identifier: ISC
 *
 * lcs: what two rows have in common, in the same order, by Myers' greedy
 * algorithm (1986): a longest common subsequence in O((n + m) d) steps for d
 * differences.
 */
#ifndef DIFF_LCS_H
#define DIFF_LCS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* With more differences than these, rows are not compared. */
enum { LCS_DIFFERENCES = 1500 };

struct lcs_row {
	const uint64_t	*items;		/* equal numbers: equal items */
	size_t		 num;
	bool		*common;	/* set for each item */
};

/* Sets which items are common, in the same order on both sides. Subtracts its
 * steps from the budget. False where the budget or LCS_DIFFERENCES was
 * exceeded; then only a common beginning and end are set. */
bool	lcs_find(struct arena *, struct lcs_row a, struct lcs_row b,
	    size_t *budget);

#endif
