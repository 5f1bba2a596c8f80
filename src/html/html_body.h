/* SPDX-License-Identifier: ISC
 *
 * html_body: the text of a document as HTML: one row for each kind of node.
 * For html/ only.
 */
#ifndef HTML_BODY_H
#define HTML_BODY_H

#include "../model/doc.h"

struct sink;

/* How the body is set. */
enum html_body {
	HTML_BODY_PAGE,		/* ids, labels; without the title */
	HTML_BODY_FRAGMENT	/* as CommonMark's own rendering: no ids */
};

void	html_body(const struct doc *, enum html_body, struct sink *);
/* The inlines of a node, without the node: a title. */
void	html_body_inlines(const struct doc *, const struct _xmlNode *,
	    struct sink *);

#endif
