/* SPDX-License-Identifier: ISC
 *
 * search_text: the text of a document, as a script below ara/ that calls
 * matbuAra(path, text): from it templates/ara.js takes the sentence that a
 * result shows. A line is a paragraph, a heading or a row of a table.
 */
#ifndef SITE_SEARCH_TEXT_H
#define SITE_SEARCH_TEXT_H

#include "model/collection.h"

struct sink;

/* [byte] A longer text is cut: readers load it for one sentence. */
enum { SEARCH_TEXT_MAX = 32768 };

/* The path of the page to which a result leads, without “.html”. */
str	search_text_page(const struct collection *, const struct card *);
/* The file; in the arena. */
str	search_text_file(struct arena *, const struct collection *,
	    const struct card *);
/* Puts the file. */
void	search_text_put(const struct collection *, const struct card *,
	    const struct doc *, struct sink *);

#endif
