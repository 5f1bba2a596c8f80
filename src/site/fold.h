/* SPDX-License-Identifier: ISC
 *
 * fold: the words by which readers search. templates/ara.js has the same
 * rules; the suite “search” compares them.
 *
 * A word is a run of Latin letters or a run of digits. Letters are in lower
 * case; ı İ I i are one letter, ç ğ ö ş ü â î û are their base letters. What
 * follows an apostrophe is a suffix and belongs to no word. Zeros at the start
 * of a number are left out.
 */
#ifndef SITE_FOLD_H
#define SITE_FOLD_H

#include <stddef.h>

#include "base/str.h"

enum { FOLD_MAX = 64 };			/* [byte]; longer words are cut */

struct fold {
	char	word[FOLD_MAX + 4];
	size_t	len;
	bool	joined;		/* a hyphen is between it and the word before */
};

/* Takes the next word from *rest; false at the end. */
bool	fold_word(str *rest, struct fold *);
/* Returns the length of the word without Turkish endings. May change its last
 * letters in place, so that forms of one word become equal: kayit, kaydi ->
 * kayt. */
size_t	fold_stem(char *word, size_t len);

#endif
