/* SPDX-License-Identifier: ISC
 *
 * terms: which words each document has, and how much they weigh; gathered by
 * several threads, each with a struct of its own.
 */
#ifndef SITE_TERMS_H
#define SITE_TERMS_H

#include "base/map.h"
#include "base/sink.h"

/* Where a word occurs several times in a document, its highest weight
 * counts. */
enum { WEIGHT_TEXT, WEIGHT_HEADING, WEIGHT_KEYWORD, WEIGHT_TITLE, WEIGHTS };

/* The word's number in the upper 32 bits, then the document's; the weight is in
 * the lowest two bits. */
typedef uint64_t posting;

struct terms {
	struct arena	*arena;
	struct map	 numbers;	/* word -> number, from 1 */
	size_t		*last;		/* posting of each term, from 1 */
	size_t		 last_cap;
	size_t		*stems;		/* of each term, from 1; 0: not known */
	size_t		 stems_cap;
	posting		*postings;
	size_t		 num, cap;
	uint32_t	*joined;	/* term -> number among all words, from
					 * 0: of postings.c */
};

/* Everything is freed by terms_close(). */
void	terms_open(struct terms *);
void	terms_close(struct terms *);
/* Adds the words of the text, their stems, and words that hyphens join. */
void	terms_add(struct terms *, uint32_t document, int weight, str text);

#endif
