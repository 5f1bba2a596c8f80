/* SPDX-License-Identifier: ISC
 *
 * hyphen: where a word may be broken at the end of a line. Turkish by
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
struct hyphenator;

enum hyphen_mode {
	HYPHEN_ADDRESS,	/* as in an address, whatever it looks like */
	HYPHEN_NONE,	/* only where no hyphen is added */
	HYPHEN_SYLLABLES	/* between syllables too */
};

struct hyphen_break {
	size_t	at;			/* [byte] the line ends before it */
	bool	hyphen;			/* and shows a hyphen */
};

struct hyphen_breaks {
	struct hyphen_break	*items;	/* in arena, from left to right */
	size_t			 num;
};

/* english: path of libhyphen's patterns, copied; NULL: none. */
struct hyphenator	*hyphen_new(const char *english);
void			 hyphen_free(struct hyphenator *);
/* Whether the patterns of the language can be had. */
bool			 hyphen_has(struct hyphenator *, enum lang);

struct hyphen_breaks	 hyphen_find(struct arena *, struct hyphenator *,
    enum lang, enum hyphen_mode, str word);

/* Whether the word is an address: of a page, a mailbox, a machine, a file. */
bool	 hyphen_is_address(str word);
/* Whether the word is a long number of parts, as EBYS and networks have. */
bool	 hyphen_is_number(str word);

#endif
