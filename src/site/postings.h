/* SPDX-License-Identifier: ISC
 *
 * postings: the words that several threads gathered, joined, with the documents
 * of each.
 */
#ifndef SITE_POSTINGS_H
#define SITE_POSTINGS_H

#include "site/terms.h"

struct postings {
	str		*words;		/* sorted; borrowed from the terms */
	size_t		 num_words;
	size_t		*starts;	/* where the postings of each begin */
	uint32_t	*postings;	/* a document's number and, in the
					 * lowest two bits, the weight */
};

/* Joins num terms; all is in the heap until postings_free(). */
void	postings_join(struct postings *, struct terms *, size_t num);
void	postings_free(struct postings *);

#endif
