/* SPDX-License-Identifier: ISC
 *
 * print_words: paints words that are no text of the document.
 */
#ifndef PRINT_WORDS_H
#define PRINT_WORDS_H

#include "layout/job.h"

/* Paints the words on the base line y, in the mark that is set: from x to
 * the right, or to the left where align is STYLE_ALIGN_END. Returns their
 * width. */
double	print_words(struct layout_job *, const struct style *, str words,
	    double x, double y, enum style_align);

#endif
