/* SPDX-License-Identifier: ISC
 *
 * html_body: the blocks of a document as HTML: one row for each kind of
 * block; what stands in a line is html_inline's. Takes a tree that keeps the
 * grammar of doc.h and changes nothing in it; strings are in the document's
 * arena. For html/ and the dump.
 */
#ifndef HTML_BODY_H
#define HTML_BODY_H

#include "model/doc.h"

struct sink;

/* How the body is set. */
enum html_body {
	HTML_BODY_PAGE,		/* ids, labels; without the title */
	HTML_BODY_FRAGMENT	/* as CommonMark's own rendering: no ids */
};

void	html_body(const struct doc *, enum html_body, struct sink *);

#endif
