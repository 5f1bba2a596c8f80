/* SPDX-License-Identifier: ISC
 *
 * script: how to make one text of another: runs of words that are kept, removed
 * or added, in reading order. Kept and removed runs are the old text, kept and
 * added runs the new one.
 */
#ifndef DIFF_SCRIPT_H
#define DIFF_SCRIPT_H

#include "diff/flat.h"

enum script_act { SCRIPT_SAME, SCRIPT_REMOVED, SCRIPT_ADDED };

struct script_run {
	enum script_act	 act;
	struct flat_span span;		/* of the old text where it is removed,
					 * else of the new one */
};

struct script {
	struct script_run *runs;
	size_t		 num;
	bool		 rewritten;	/* beyond the budget: all words are
					 * removed, all are added */
};

/* The two texts that are compared; budget: the steps that may still be used. */
struct script_sides {
	struct arena		*arena;
	const struct flat	*old, *new;
	size_t			 budget;
};

/* Compares the words of two spans; in the arena of the sides. A single word
 * between two changes is not kept. */
struct script	script_make(struct script_sides *, struct flat_span old,
		    struct flat_span new);
/* Whether nothing is removed or added. */
bool		script_is_same(const struct script *);

#endif
