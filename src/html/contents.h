/* SPDX-License-Identifier: ISC
 *
 * html_contents: the contents of a page: nested lists of links to its
 * headings. For html/ only.
 */
#ifndef HTML_CONTENTS_H
#define HTML_CONTENTS_H

#include "model/doc.h"

struct sink;

/* Nothing for fewer than three headings. */
void	html_contents(const struct doc *, struct sink *);

#endif
