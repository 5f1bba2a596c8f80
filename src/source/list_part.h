/* SPDX-License-Identifier: ISC
 *
 * list_part: the entries of a list of CommonMark, with the markers that
 * list_pass has rewritten. CommonMark joins lists whose markers look alike
 * after that: a part is what stays together. For body.
 */
#ifndef SOURCE_LIST_PART_H
#define SOURCE_LIST_PART_H

#include "source/extract.h"
#include "source/markdown.h"

struct list_entry {
	markdown	*entry;		/* has its blocks as children */
	markdown	*rest;		/* then it has these siblings; NULL */
	struct pos	 pos;
	str		 label;		/* empty: a bullet, or “1.” */
	unsigned	 number;
};

struct list_part {
	const struct extract	*extract;
	struct doc		*doc;
	markdown		*first, *end;	/* NULL: the last one */
	bool			 lettered;	/* “- a) …”: the letter replaces
						 * the bullet */
	unsigned		 family;
};

/* The first part of a list. */
struct list_part list_part(const struct extract *, struct doc *,
			    markdown *list);
/* Goes on to the next part; false where there is none. */
bool			list_part_next(struct list_part *);
/* Sets the properties of the part's list; reports numbers out of sequence. */
void			list_part_fill(const struct list_part *, struct item *);
/* The entry, which is the n-th of the part, from 0. */
struct list_entry	list_part_entry(const struct list_part *,
			    const struct item *list, markdown *, unsigned n);

#endif
