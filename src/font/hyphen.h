/* SPDX-License-Identifier: ISC
 *
 * hyphen: where a word may be broken at the end of a line. Turkish words are
 * broken by rule: every syllable has one vowel and the last of the consonants
 * before it. English words are broken by the patterns of libhyphen, which are
 * loaded at the first English word. The file uses neither faces nor widths.
 *
 * A word is text without spaces, with the signs around it. No hyphen is added
 * to addresses; to words with digits, in capitals or with a capital inside; to
 * words that have a hyphen; to words with letters that the language does not
 * have; and to what follows an apostrophe.
 */
#ifndef FONT_HYPHEN_H
#define FONT_HYPHEN_H

#include "base/lang.h"

/* The patterns. The program has one hyphenator; any thread may use it. */
struct hyphenator;

enum hyphen_mode {
	HYPHEN_ADDRESS,		/* as an address, even if it is none */
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

/* Where the word may be broken; in arena. English without patterns has no
 * syllable breaks: hyphen_has() says so beforehand. */
struct hyphen_breaks	 hyphen_find(struct arena *, struct hyphenator *,
			    enum lang, enum hyphen_mode, str word);

/* Whether the word is an address: of a page, a mailbox, a machine, a file. */
bool	 hyphen_is_address(str word);
/* Whether the word is a long number in parts, such as the number of an
 * official letter or a network address. */
bool	 hyphen_is_number(str word);

/* Returns the version of libhyphen, which only the name of its file states:
 * “0.3.0” of libhyphen.so.0.3.0; “–” where the program contains it. In arena. */
str	 hyphen_library(struct arena *);

#endif
