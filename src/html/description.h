/* SPDX-License-Identifier: ISC
 *
 * html_description: what a page is about, for those who list pages.
 */
#ifndef HTML_DESCRIPTION_H
#define HTML_DESCRIPTION_H

#include "model/doc.h"

/* The summary, else how the first paragraph begins; empty without one. In the
 * arena. */
str	html_description(struct arena *, const struct doc *);

#endif
