/* SPDX-License-Identifier: ISC
 *
 * link_state: since when addresses fail: content/.links.tsv, which is never
 * published; columns first day, last day, number of days, reason, address,
 * phrase. It may be lost: then the days are counted again. Only failures are
 * in it.
 */
#ifndef LINKS_LINK_STATE_H
#define LINKS_LINK_STATE_H

#include "base/date.h"
#include "base/diags.h"
#include "base/map.h"

/* An address that does not answer is a fault after failures on so many days,
 * the last so many days after the first. A page that no longer says a phrase is
 * one at once. */
enum { LINK_STATE_TIMES = 3, LINK_STATE_DAYS = 7 };

struct link_row {
	struct date	first;
	struct date	last;
	unsigned	days;		/* on which it failed; 0: not a row */
	str		reason;		/* “404”, “name”, “says” */
	str		address;
	str		phrase;		/* or empty: the address itself */
	bool		wanted;		/* the caller's; false at first */
};

struct link_state {
	struct arena	*arena;
	str		 path;
	struct date	 today;
	struct link_row	**rows;		/* in their order */
	size_t		 num;
	size_t		 room;
	struct map	 keys;
};

/* Reads the file; reports a line that is none as a warning. Ends the program
 * where it cannot be read. */
void	link_state_read(struct link_state *, struct arena *, str content,
	    struct date today, struct diags *);
/* The row, or NULL where the address does not fail. */
struct link_row *link_state_find(const struct link_state *, str address,
	    str phrase);
/* Notes that it failed today, or that it answered. Strings are borrowed. */
void	link_state_fails(struct link_state *, str address, str phrase,
	    str reason);
void	link_state_answers(struct link_state *, str address, str phrase);
/* Whether it is a fault. */
bool	link_state_is_red(const struct link_row *);
/* Whether any row is one. */
bool	link_state_has_red(const struct link_state *);
/* Writes the file, unless nothing was or is in it; only wanted rows where all is
 * false. Ends the program where
 * the disk fails. */
void	link_state_write(const struct link_state *, bool all);

#endif
