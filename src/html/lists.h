/* SPDX-License-Identifier: ISC
 *
 * html_lists: what the index pages list. site/ makes it once a run from the
 * cards and the register; html_index renders it. Everything is borrowed from
 * the collection or in the arena of who made it.
 */
#ifndef HTML_LISTS_H
#define HTML_LISTS_H

#include "base/lang.h"
#include "model/collection.h"

/* Works of a list that stand on a page of their own, because the list is too
 * long for one: those of one letter, or some of them. */
struct html_part {
	str	path;			/* frm/harf_a.html */
	str	label;			/* “A”, “A 2” */
	size_t	first, num;		/* of the list's works */
};

/* All works below a folder, or of a unit in all classes, in the order of
 * their titles. */
struct html_list {
	str			 path;	/* of its page: frm/index.html */
	str			 folder; /* where that page is: frm */
	str			 title;
	str			 feed;	/* of its changes; empty: none */
	const struct card	**works;
	size_t			 num;
	struct html_part	*parts;	/* none: the page has the works */
	size_t			 num_parts;
};

/* The front page shows so many changes; where there are more, a page of their
 * own shows them. */
enum { HTML_CHANGES_SHOWN = 10 };

/* A row of the register that readers want to know of. */
struct html_change {
	struct date		 day;
	enum word		 what;
	const struct card	*card;	/* at the work's address */
	str			 note;	/* what the row says */
	str			 chain;	/* of the row: no other has it */
};

/* Documents that refer to another one, by title; or that have its text in
 * other languages, the original first. */
struct html_cards {
	const struct card	**cards;
	size_t			 num;
};

struct html_lists {
	struct html_list	*folders;	/* one for each folder of the
						 * collection, in its order */
	struct html_list	*units;		/* by title */
	size_t			 num_units;
	struct html_change	*changes;	/* the newest first */
	size_t			 num_changes;
	struct html_cards	*referrers;	/* one for each card of the
						 * collection, in its order */
	struct html_cards	*languages;	/* the same; empty except at
						 * the address of a work */
};

#endif
