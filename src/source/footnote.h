/* SPDX-License-Identifier: ISC
 *
 * footnote: footnotes, which CommonMark does not know: their definitions are
 * taken out of a text, and their mentions numbered. A definition is put
 * behind the text as a quotation of its own:
 *
 *   > text of a footnote, its indentation taken off
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
	bool		twice;		/* one of its label is before it */
	unsigned	uses;		/* mentions so far */
	unsigned	number;		/* from 1, in order of first mention */
};

struct footnotes {
	struct footnote	 *list;		/* as they stand in the text */
	size_t		  num;
	struct map	  labels;	/* -> value: struct footnote */
	struct footnote	**mentioned;	/* in order of first mention */
	size_t		  num_mentioned;
};

/* Moves the definitions (outside fenced code) behind the text. */
void		 footnote_cut(struct footnotes *, struct extract *,
	    struct doc *);
/* Before the first mention; labels that stand twice are told. */
void		 footnote_open(struct footnotes *, struct doc *);
/* The footnote of the label, or NULL. */
struct footnote	*footnote_find(const struct footnotes *, str label);
/* Counts a mention, and gives a number at the first. */
void		 footnote_mention(struct footnotes *, struct footnote *);
/* After the last mention: tells of those without any. */
void		 footnote_check(const struct footnotes *, struct doc *);

#endif
