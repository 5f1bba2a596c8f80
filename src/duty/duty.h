/* SPDX-License-Identifier: ISC
 *
 * duty: what waits for somebody on a day: reviews that are overdue or due,
 * warnings above a text in force, links that fail, translations that lag
 * behind, drafts that nobody releases; and for whom.
 */
#ifndef DUTY_DUTY_H
#define DUTY_DUTY_H

#include "build/input.h"
#include "duty/mail_book.h"
#include "links/link_state.h"
#include "links/wanted.h"

enum duty_kind {
#define X(id, key, word) DUTY_##id,
#include "duty/kinds.def"
#undef X
};

/* A review is due so many days ahead; a draft waits too long whose day is so
 * many days back [day]. */
enum { DUTY_AHEAD = 60, DUTY_BACK = 30 };

struct duty {
	enum duty_kind	 kind;
	const struct card *card;
	struct date	 day;		/* of what waits */
	str		 what;		/* the warning; the edition that a
					 * translation lags behind; the address,
					 * with the phrase; or empty */
	str		 until;		/* a command until it is done; or empty */
	str		 owner;		/* model/owner.h; may be empty */
	str		 address;	/* of the owner; else of the nearest
					 * contact that has one; may be empty */
};

struct duties {
	struct duty	*items;		/* in arena */
	size_t		 num;
};

/* The outside addresses that texts have, and which of them fail. */
struct duty_links {
	struct wanted_list wanted;	/* empty where none is a fault */
	struct link_state state;
};

/* Reads both. Cards need status. */
void		duty_read_links(struct duty_links *, struct workspace *);
/* Finds the duties on the day of the input, within its limit: by owner in
 * Turkish order, those without one last, then by kind, day and edition. Cards
 * need status, title and roles. A document whose owner's name cannot stand in a
 * mail is reported. */
struct duties	duty_find(struct input *, const struct mail_book *,
		    const struct duty_links *);
/* The same duties by address, then owner; those without one come first. */
void		duty_sort_by_address(struct duties *);
/* The address of the institution's contact, or empty. */
str		duty_site_address(const struct collection *,
		    const struct mail_book *);
/* The kind for programs, and for people. */
str		duty_key(const struct duty *);
str		duty_name(const struct duty *);
/* What to do, in the language of messages, in arena. */
str		duty_text(struct arena *, const struct duty *);

#endif
