/* SPDX-License-Identifier: ISC
 *
 * earlier: editions of a work that were in force before it came to the
 * collection: a source lists them (“önceki-sürümler”), and the revision table
 * shows them above the collection's own.
 */
#ifndef MODEL_EARLIER_H
#define MODEL_EARLIER_H

#include "base/date.h"
#include "base/diags.h"

struct arena;

struct earlier {
	struct date	date;		/* not set: not stated */
	struct sourced	number;		/* as typed, may be empty */
	struct sourced	change;		/* may be empty */
	struct earlier	*next;		/* or NULL */
};

/* Returns their number. */
size_t		 earlier_count(const struct earlier *);
/* Copies the list into the arena, without the files of its places. */
struct earlier	*earlier_copy(struct arena *, const struct earlier *);
/* The date as the table shows it; “–” where none is stated. */
str		 earlier_date(struct arena *, const struct earlier *);

#endif
