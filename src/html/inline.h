/* SPDX-License-Identifier: ISC
 *
 * html_inline: what stands in a line of text as HTML: one row for each kind
 * of inline, and the marks that lead to footnotes and back. Takes a node
 * whose children are inlines (doc.h); what it opens it closes. Strings are
 * in the document's arena. For html/ only.
 */
#ifndef HTML_INLINE_H
#define HTML_INLINE_H

#include "model/doc.h"

struct html;
struct sink;

/* The inlines below a node, into what is open; page: else a fragment, as
 * html_body.h has them. */
void	html_inline_put(struct html *, const struct doc *, bool page,
	    const struct _xmlNode *);
/* The same, as a whole: a title. */
void	html_inline(const struct doc *, const struct _xmlNode *, struct sink *);

/* The id that the mark of a footnote leads to. */
str	html_inline_footnote_id(const struct doc *, unsigned number);
/* The links from a footnote back to where it is mentioned. */
void	html_inline_back_links(struct html *, const struct doc *,
	    const struct item *footnote);
/* The attributes width and height of a picture, where they are known. */
void	html_inline_size(struct html *, const struct item *picture);

#endif
