/* SPDX-License-Identifier: ISC
 *
 * suffix: Turkish case endings after numbers: 1’e, 2’ye, 3’e, 6’ya, 9’a, 10’a.
 * The last word of the number decides: its last vowel, and whether it ends in
 * a vowel or in a voiceless consonant.
 */
#ifndef BASE_SUFFIX_H
#define BASE_SUFFIX_H

#include "base/str.h"

/* The form that an ending (“e”, “ya”, “den”, “nin” …), which the author wrote
 * after another number, has after this one; the ending itself if it is none.
 * Static or borrowed. */
str	suffix_after(unsigned number, str suffix);

#endif
