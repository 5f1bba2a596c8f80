/* SPDX-License-Identifier: ISC
 *
 * script: how the words of one text become those of another: runs that stay,
 * go and come, in reading order. The words that stay or go are the old text,
 * those that stay or come the new one, word for word.
 */
#ifndef DIFF_SCRIPT_H
#define DIFF_SCRIPT_H

#include "diff/flat.h"

enum script_act { SCRIPT_SAME, SCRIPT_REMOVED, SCRIPT_ADDED };

struct script_run {
	enum script_act	 act;
	struct flat_span span;		/* of the old text where it goes, else
					 * of the new one */
};

struct script {
	struct script_run *runs;
	size_t		 num;
	bool		 rewritten;	/* beyond the budget: all words go, all
					 * come */
};

/* The two texts that are compared, and what it may still cost [step]. */
struct script_sides {
	struct arena		*arena;
	const struct flat	*old, *new;
	size_t			 budget;
};

/* Compares the words of two spans; in the arena of the sides. No single word
 * stays between two changes. */
struct script	script_make(struct script_sides *, struct flat_span old,
		    struct flat_span new);
/* Whether nothing goes and nothing comes. */
bool		script_is_same(const struct script *);

#endif
