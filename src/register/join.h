/* SPDX-License-Identifier: ISC
 *
 * join: puts the rows of a second history of a register after those of the
 * first: chained again, with days that do not go back. Leaves out rows that
 * the first history has. Two histories can be joined where each edition, and
 * each revision of a work, has one release (merge.c).
 */
#ifndef REGISTER_JOIN_H
#define REGISTER_JOIN_H

#include "base/map.h"
#include "register/row.h"

struct arena;

enum join_result {
	JOIN_ADDED,
	JOIN_SAME,			/* the first history has the row */
	JOIN_CONFLICT,			/* it has another release */
	JOIN_DROPPED			/* of an edition in conflict */
};

struct join {
	struct arena	*arena;
	struct row	*rows;		/* of the first history, then added */
	size_t		 num;
	size_t		 added;
	struct map	 releases;	/* edition, or work and revision */
	struct map	 others;	/* events after the common rows:
					 * meaning -> how many */
	struct map	 lost;		/* editions in conflict */
};

/* Begins with the rows of the first history, which are copied. common: how
 * many of them both histories have. room: the most rows that will be added. */
void	join_begin(struct join *, struct arena *, const struct row *,
	    size_t num, size_t common, size_t room);
/* Adds a row of the second history at the end. On a conflict nothing is
 * added: *other is the release of the first history, and later rows of the
 * edition are dropped. */
enum join_result join_add(struct join *, const struct row *,
	    const struct row **other);
/* Returns whether the first history has what the row says: the same release,
 * or the same event. Each of its events counts once. */
bool	join_has(struct join *, const struct row *);
/* Returns the register of all rows, in arena. */
str	join_text(const struct join *);

#endif
