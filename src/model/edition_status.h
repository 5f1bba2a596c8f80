/* SPDX-License-Identifier: ISC
 *
 * edition_status: the state of an edition on the day of the run, as its page
 * shows it. register/status makes it from the register; all others only read
 * it.
 */
#ifndef MODEL_EDITION_STATUS_H
#define MODEL_EDITION_STATUS_H

#include "base/date.h"

/* Where several states apply, the first in this order counts (except
 * uncontrolled). */
enum edition_state {
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

struct edition_status {
	enum edition_state state;
	bool		 released;	/* the register has a release row */
	bool		 erased;	/* its bytes had to be deleted */
	struct date	 since;		/* withdrawn, superseded: the day */
	str		 reason;	/* withdrawn: why */
	str		 successor;	/* withdrawn: the work that the register
					 * names in its place, or empty */
	str		 note;		/* of its release: what it changes */
	str		 source;	/* the digests that its bytes must
					 * have: 64 digits */
	str		 record;	/* empty: no record */
	struct warning	*warnings;	/* not lifted, in their order */
	size_t		 num_warnings;
	struct date	 review;	/* the next review; unset: none */
	bool		 overdue;	/* in force, and review has passed */
};

/* A review is due if its date is at most this many days ahead. */
enum { REVIEW_SOON = 30 };		/* [day] */

#endif
