/* SPDX-License-Identifier: ISC
 *
 * flat_word: what a word is, by its letters. Part of flat.
 */
#ifndef DIFF_FLAT_WORD_H
#define DIFF_FLAT_WORD_H

#include "base/str.h"

/* What a word is: it decides whether its change is in the summary. */
enum {
	WORD_IS_NUMBER = 1, WORD_IS_DATE = 2, WORD_IS_ADDRESS = 4,
	WORD_IS_SETTING = 8, WORD_IS_FIELD = 16, WORD_IS_PICTURE = 32,
	WORD_IS_COMPUTED = 64		/* a number that matbu computed for a
					 * reference */
};

/* Returns WORD_IS_NUMBER, WORD_IS_DATE and WORD_IS_ADDRESS, as they
 * apply. */
unsigned	flat_word_kinds(str);
/* The length of the white space at the start of s [byte], no-break spaces
 * included; 0: none. s must not be empty. */
size_t		flat_word_space(str s);
/* Continues the hash h (0 at the start). */
uint64_t	flat_word_hash(uint64_t h, str);

#endif
