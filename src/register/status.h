/* SPDX-License-Identifier: ISC
 *
 * status: the state of every edition on a day, computed from the register.
 */
#ifndef REGISTER_STATUS_H
#define REGISTER_STATUS_H

#include "model/collection.h"
#include "register/register.h"

/* A row that is later by so many days was entered by mistake: the clock was
 * wrong, or the day. */
enum { STATUS_FAR = 400 };

/* What an edition's front matter says about its reviews. */
struct status_source {
	const struct ident *ident;
	unsigned	 review_months;	/* 0: none */
	struct date	 review_date;	/* unset: none */
};

/* Computes the states on the day of the editions of one collection, which are
 * sorted by work, then revision, into an array as long. Only rows up to the
 * day count, and only editions whose date has come. Without a register every
 * state is empty. Texts of the states are borrowed from the register. */
void	status_of(struct arena *, const struct reg *,
	    const struct status_source *, size_t num, struct date day,
	    struct edition_status *);
/* Does the same for the cards of a collection. */
void	status_of_cards(struct arena *, const struct reg *,
	    const struct collection *, struct date day,
	    struct edition_status *);
/* Computes card->status of every card of the collection from all rows, on the
 * day; on the day of the last row where that is later (a clock that was set
 * back), but not later by more than STATUS_FAR. */
void	status_make(struct collection *, struct arena *, const struct reg *,
	    struct date day);
/* The texts of all warnings of a state, the last one last; each with its day
 * where there are several. In arena. */
str	status_warnings(struct arena *, const struct edition_status *);

#endif
