/* SPDX-License-Identifier: ISC
 *
 * audit_state: a collection as it was on a day, for an auditor.
 */
#ifndef PUBLISH_AUDIT_STATE_H
#define PUBLISH_AUDIT_STATE_H

#include "build/workspace.h"

struct audit_state {
	struct workspace *ws;
	struct date	 day;
	size_t		 rows;		/* of the register: up to the last one
					 * of the day or before it */
	struct date	*erased;	/* of each card: when its bytes were
					 * erased, also after the day; or
					 * unset */
	bool		*inside;	/* of each card: it was in force, and
					 * its bytes are there */
	size_t		 num_inside;
};

/* Sets the status of each card to that of the day; reads titles, roles and
 * reviews of the editions that were released then, within the limit. After the
 * check of the released editions; the register has rows. */
void	audit_state_make(struct audit_state *, struct workspace *,
	    struct date day);
/* Whether lists may show the edition: it was released on the day, and is within
 * the limit. */
bool	audit_state_has(const struct audit_state *, const struct card *);
/* Whether its page stands in the folder. */
bool	audit_state_is_inside(const struct audit_state *,
	    const struct card *);
/* The edition of the work whose page stands in the folder, or NULL. */
const struct card *audit_state_page(const struct audit_state *, str work);

#endif
