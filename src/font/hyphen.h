/* SPDX-License-Identifier: ISC
 *
 * hyphen: where a word may be broken at the end of a line. Turkish by rule:
 * every syllable has one vowel and the last of the consonants before it.
 * English by the patterns of libhyphen, loaded at the first English word. Needs
 * neither faces nor widths.
 *
 * A word is text without spaces, with the signs around it. Never broken by a
 * hyphen: addresses; words with digits, in capitals or with a capital inside;
 * words that have a hyphen; words with letters that the language does not
 * have; and what follows an apostrophe.
 */
#ifndef FONT_HYPHEN_H
#define FONT_HYPHEN_H

#include "base/lang.h"

/* The patterns. One for the whole program; from any thread. */
struct hyphenator;

enum hyphen_mode {
	HYPHEN_ADDRESS,		/* as in an address, also where it is none */
	HYPHEN_NONE,		/* only where no hyphen is added */
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
/* Whether the patterns of the language are available. */
bool			 hyphen_has(struct hyphenator *, enum lang);

/* Where the word may be broken; in arena. */
struct hyphen_breaks	 hyphen_find(struct arena *, struct hyphenator *,
			    enum lang, enum hyphen_mode, str word);

/* Whether the word is an address: of a page, a mailbox, a machine, a file. */
bool	 hyphen_is_address(str word);
/* Whether the word is a long number in parts, as in EBYS and networks. */
bool	 hyphen_is_number(str word);

/* Returns the version of libhyphen, which only the name of its file states:
 * “0.3.0” of libhyphen.so.0.3.0; “–” where the program contains it. In arena. */
str	 hyphen_library(struct arena *);

#endif
