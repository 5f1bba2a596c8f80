/* SPDX-License-Identifier: ISC
 *
 * html_body: writes the blocks of a document as HTML, with one function for
 * each kind of block; html_inline writes the content of a line. For html/ and
 * the dump.
 */
#ifndef HTML_BODY_H
#define HTML_BODY_H

#include "model/doc.h"

struct html_scope;
struct sink;

/* The form of the body. */
enum html_body {
	HTML_BODY_PAGE,		/* with ids and labels, without the title */
	HTML_BODY_PLAIN		/* as CommonMark renders it: no ids */
};

/* Writes the body. The tree must follow the grammar of model/doc.h; it is not
 * changed. Strings are made in the document's arena. */
void	html_body(const struct doc *, enum html_body, struct sink *);
/* Writes the body of a block to paste, in the form of a page: without form
 * elements; blanks are lines. */
void	html_body_scoped(const struct doc *, const struct html_scope *,
	    struct sink *);

#endif
