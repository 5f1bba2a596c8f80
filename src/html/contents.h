/* SPDX-License-Identifier: ISC
 *
 * html_contents: writes the contents of a page: nested lists of links to its
 * headings. For html/ only.
 */
#ifndef HTML_CONTENTS_H
#define HTML_CONTENTS_H

#include "model/doc.h"

struct sink;

/* Writes nothing for fewer than three headings. Strings are made in the
 * document's arena. */
void	html_contents(const struct doc *, struct sink *);

#endif
