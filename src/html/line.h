/* SPDX-License-Identifier: ISC
 *
 * html_line: writes one line of plain text, for example a contact. Web and
 * mail addresses become links. For html/ only.
 */
#ifndef HTML_LINE_H
#define HTML_LINE_H

#include "base/str.h"

struct sink;

/* Appends the line as HTML, escaped. */
void	html_line(str text, struct sink *);

/* The first mail address of the text, or an empty str. */
str	html_line_mail(str text);

#endif
