/* SPDX-License-Identifier: ISC
 *
 * state: what holds of an edition on the day of the run, as its page says
 * it. Made by record/status from the register; everybody reads it.
 */
#ifndef MODEL_STATE_H
#define MODEL_STATE_H

#include "base/date.h"

/* Of several the first that holds, uncontrolled aside. */
enum state {
	STATE_UNCONTROLLED,		/* the collection has no register */
	STATE_DRAFT,
	STATE_WITHDRAWN,
	STATE_SUPERSEDED,
	STATE_IN_FORCE
};

struct warning {
	struct date	day;
	str		text;
};

struct status {
	enum state	 state;
	bool		 released;	/* it has a release row */
	bool		 erased;	/* its bytes had to go */
	struct date	 since;		/* withdrawn, superseded: the day */
	str		 reason;	/* withdrawn: why */
	str		 note;		/* of its release: what it changes */
	str		 source;	/* the digests that its bytes must have: */
	str		 record;	/* 64 digits; empty: no record */
	struct warning	*warnings;	/* not lifted, in their order */
	size_t		 num_warnings;
	struct date	 review;	/* the next one; unset: none */
	bool		 overdue;	/* in force, and review has passed */
};

/* Whether reviews of the day are due: up to this many days ahead. */
enum { REVIEW_SOON = 30 };		/* [day] */

#endif
