/* SPDX-License-Identifier: ISC
 *
 * headings: which paragraphs are the title and the headings, also those that
 * are only bold, or numbered by hand.
 */
#ifndef IMPORT_HEADINGS_H
#define IMPORT_HEADINGS_H

#include "import/blocks.h"
#include "import/losses.h"

/* Makes the first block the title, of level 1, and numbers the levels of the
 * headings without gaps. wanted: the title where no style states it, or empty;
 * other: the title where nothing states it. Returns whether matbu is to number
 * the headings, as Word or a hand did. */
bool	headings_find(struct arena *, struct blocks *, str wanted,
	    str other, struct losses *);

#endif
