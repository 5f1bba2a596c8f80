/* SPDX-License-Identifier: ISC
 *
 * footnote: footnotes, which CommonMark does not know: extracts their
 * definitions from a text and numbers their mentions. A definition becomes a
 * block quote appended to the text:
 *
 *   > text of a footnote, without its indentation
 *
 * Everything is in the document's arena. For body and prose.
 */
#ifndef SOURCE_FOOTNOTE_H
#define SOURCE_FOOTNOTE_H

#include "model/doc.h"

struct extract;

struct footnote {
	str		label;		/* borrowed from doc->text */
	struct pos	pos;
	bool		repeated;	/* an earlier one has its label */
	unsigned	uses;		/* mentions so far */
	unsigned	number;		/* from 1, in order of first mention */
};

struct footnotes {
	struct footnote	 *list;		/* in the order of the text */
	size_t		  num;
	struct map	  labels;	/* -> value: struct footnote */
	struct footnote	**mentioned;	/* in order of first mention */
	size_t		  num_mentioned;
};

/* Moves the definitions (outside fenced code) to the end of the text. */
void		 footnote_extract(struct footnotes *, struct extract *,
	    struct doc *);
/* Indexes the labels, before the first mention. Reports repeated labels. */
void		 footnote_index(struct footnotes *, struct doc *);
/* The footnote of the label, or NULL. */
struct footnote	*footnote_find(const struct footnotes *, str label);
/* Counts a mention; the first one gives the footnote its number. */
void		 footnote_mention(struct footnotes *, struct footnote *);
/* After the last mention: reports footnotes without one. */
void		 footnote_check(const struct footnotes *, struct doc *);

#endif
