/* SPDX-License-Identifier: ISC
 *
 * batch: the editions that one command releases: one for each argument, with
 * --existing many.
 */
#ifndef EDITION_BATCH_H
#define EDITION_BATCH_H

#include "edition/transaction.h"

struct batch {
	struct transaction	 t;
	const struct card	**cards;	/* in the collection's order */
	struct row		*rows;		/* of the cards */
	size_t			 num;
	bool			 first;		/* there was no register */
};

/* Adds the card where the order of the collection requires it, once. The
 * caller has made room in b->cards. */
void	batch_add(struct batch *, const struct card *);
/* Returns whether the batch contains the edition of the card. */
bool	batch_has(const struct batch *, const struct card *);
/* Returns whether the batch contains an edition of the work. */
bool	batch_has_work(const struct batch *, str work);

#endif
