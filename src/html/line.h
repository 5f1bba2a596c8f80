/* SPDX-License-Identifier: ISC
 *
 * html_line: writes one line of plain text, for example a contact. Web and
 * mail addresses become links. For html/ only.
 */
#ifndef HTML_LINE_H
#define HTML_LINE_H

#include "model/collection.h"

struct sink;

/* Appends the line as HTML, escaped. */
void	html_line(str text, struct sink *);
/* Does the same; works and editions of the collection that the site shows
 * become links, too. root is the address of the root from the page. */
void	html_line_of(const struct collection *, str root, str text,
	    struct sink *);

/* The first mail address of the text, or an empty str. */
str	html_line_mail(str text);

#endif
