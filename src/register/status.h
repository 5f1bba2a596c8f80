/* SPDX-License-Identifier: ISC
 *
 * status: register and day into the state of every edition.
 */
#ifndef REGISTER_STATUS_H
#define REGISTER_STATUS_H

#include "model/collection.h"
#include "register/register.h"

/* What the register and an edition's front matter say of it. */
struct status_source {
	const struct ident *ident;
	unsigned	 review_months;	/* 0: none */
	struct date	 review_date;	/* unset: none */
};

/* The states on the day of the editions of one collection, which are sorted
 * by work, then revision; into an array as long. Only rows up to the day
 * count, and only editions whose date has come. */
void	status_of(struct arena *, const struct reg *,
	    const struct status_source *, size_t num, struct date day,
	    struct edition_status *);
/* Fills card->status of every card of the collection; the day of the last
 * row where that is later than day (a clock that was set back). */
void	status_make(struct collection *, struct arena *, const struct reg *,
	    struct date day);
/* The next review that a note asks for: “… (sonraki: 2027-01-15)”. */
struct date	status_next(str note);

#endif
