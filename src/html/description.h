/* SPDX-License-Identifier: ISC
 *
 * html_description: what a page is about, for those who list pages.
 */
#ifndef HTML_DESCRIPTION_H
#define HTML_DESCRIPTION_H

#include "model/doc.h"

/* The summary, else how the first paragraph begins that has words, no field
 * and no colon at its end (it introduces what follows); empty without one. In
 * the arena. */
str	html_description(struct arena *, const struct doc *);

#endif
