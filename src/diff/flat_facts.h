/* SPDX-License-Identifier: ISC
 *
 * flat_facts: what stands above a text and is compared with it: the rows of its
 * header table that an author writes, and its summary.
 */
#ifndef DIFF_FLAT_FACTS_H
#define DIFF_FLAT_FACTS_H

#include "model/collection.h"

struct flat_fact {
	str		 label;
	struct sourced	 value;
};

struct flat_facts {
	struct flat_fact *items;
	size_t		 num;
};

/* Of an edition, in the document's arena; values are borrowed. Left out are
 * dates and revision, which every edition changes, and what its path says. */
struct flat_facts flat_facts_make(const struct collection *,
		    const struct card *, const struct doc *);
/* The same of a file of no collection. */
struct flat_facts flat_facts_of_file(const struct doc *);

#endif
