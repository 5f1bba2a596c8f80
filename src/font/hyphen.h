/* SPDX-License-Identifier: ISC
 *
 * pdf_hyphen: where a word may be broken at the end of a line. Turkish by
 * rule: every syllable has one vowel, and of the consonants before it takes
 * the last. English by the patterns of libhyphen, loaded at the first
 * English word. Nothing here knows of faces or widths.
 *
 * A word is a run of text without space, with the signs around it. Never
 * broken by a hyphen: addresses, words with digits, capitals or a capital
 * inside, words that hold a hyphen, words with letters that the language
 * does not have, and what follows an apostrophe.
 */
#ifndef FONT_HYPHEN_H
#define FONT_HYPHEN_H

#include "base/lang.h"

/* Opaque here: the patterns. One for a run, from any thread. */
struct pdf_hyphen;

enum pdf_hyphen_how {
	PDF_HYPHEN_ADDRESS,	/* as in an address, whatever it looks like */
	PDF_HYPHEN_NONE,	/* only where no hyphen is added */
	PDF_HYPHEN_SYLLABLES	/* between syllables too */
};

struct pdf_break {
	size_t	at;			/* [byte] the line ends before it */
	bool	hyphen;			/* and shows a hyphen */
};

struct pdf_breaks {
	struct pdf_break	*items;	/* in arena, from left to right */
	size_t			 num;
};

/* english: path of libhyphen's patterns, copied; NULL: none. */
struct pdf_hyphen	*pdf_hyphen_new(const char *english);
void			 pdf_hyphen_free(struct pdf_hyphen *);
/* Whether the patterns of the language can be had. */
bool			 pdf_hyphen_has(struct pdf_hyphen *, enum lang);

struct pdf_breaks	 pdf_hyphen_find(struct arena *, struct pdf_hyphen *,
    enum lang, enum pdf_hyphen_how, str word);

/* Whether the word is an address: of a page, a mailbox, a machine, a file. */
bool			 pdf_hyphen_is_address(str word);
/* Whether the word is a long number of parts, as EBYS and networks have. */
bool			 pdf_hyphen_is_number(str word);

#endif
