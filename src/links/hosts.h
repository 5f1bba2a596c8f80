/* SPDX-License-Identifier: ISC
 *
 * hosts: asks all addresses: hosts side by side, the addresses of one host one
 * after the other, with pauses, and no more of one that is too slow or asks to
 * be left alone.
 */
#ifndef LINKS_HOSTS_H
#define LINKS_HOSTS_H

#include "links/wanted.h"

enum { HOSTS_AT_ONCE = 32,
       HOSTS_PAUSE = 250,		/* [ms] between two requests */
       HOSTS_SLOW = 2,			/* time-outs one after the other */
       HOSTS_REFUSED = 5 };		/* answers 429 */

/* What was found of one address. */
struct hosts_asked {
	struct wanted	*wanted;	/* all of this address: a part of the
					 * list */
	size_t		 num;
	struct ask_answer answer;	/* without its text */
};

struct hosts {
	struct hosts_asked *asked;	/* by address; in arena */
	size_t		 num;
	size_t		 answers;	/* with a status of HTTP */
	size_t		 failures;	/* ASK_FAILS without one */
};

/* Asks, and sets result and why of all of the list. In the arena. turn: each
 * host is asked from another of its addresses on, so that none is always the
 * last. language: in which pages are wanted. */
void	hosts_ask(struct hosts *, struct arena *, struct wanted_list *,
	    size_t turn, str language);
/* The words for a reason of link_state; “404” is itself. */
str	hosts_reason(enum lang, str why);

#endif
