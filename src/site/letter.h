/* SPDX-License-Identifier: ISC
 *
 * letter: under which letter a title stands in a list.
 */
#ifndef SITE_LETTER_H
#define SITE_LETTER_H

#include "base/str.h"

/* The place of the title's first letter in the Turkish alphabet, from 1; 0:
 * it begins with a digit, a sign or a letter of another writing. */
size_t	letter_of(str title);
/* The letter as readers see it: “Ç”; 0 is “0–9”. */
str	letter_label(size_t letter);
/* The letter in names of files: “cc”. */
str	letter_name(size_t letter);

#endif
