/* SPDX-License-Identifier: ISC
 *
 * html_inline: writes the content of a line of text as HTML, with one function
 * for each kind of inline, and the links to footnotes and back. The nodes that
 * its functions take have only inlines as children (model/doc.h). It closes
 * every element that it opens. Strings are made in the document's arena. For
 * html/ only.
 */
#ifndef HTML_INLINE_H
#define HTML_INLINE_H

#include "model/doc.h"

struct html;
struct html_scope;
struct sink;

/* Writes the children of a node into the open element, in the form of a page
 * or, where page is false, in the plain one (html/body.h). */
void	html_inline_put(struct html *, const struct doc *, bool page,
	    const struct _xmlNode *);
/* Writes the children of a node as a page does, outside of any element: a
 * title. With a scope, as a block to paste has it. */
void	html_inline(const struct doc *, const struct _xmlNode *,
	    const struct html_scope *, struct sink *);

/* The id of a footnote, to which its markers link. */
str	html_inline_footnote_id(const struct doc *, unsigned number);
/* Writes the links from a footnote back to its markers. */
void	html_inline_back_links(struct html *, const struct doc *,
	    const struct item *footnote);
/* Writes “Şekil-1.” as generated text. */
void	html_inline_label(struct html *, const struct doc *, enum word,
	    unsigned number);
/* Adds the attributes width and height of a picture, where they are known: as
 * the author wants it, else those of its file. */
void	html_inline_size(struct html *, const struct item *picture);
/* Whether the author has given the picture a width. */
bool	html_inline_has_width(const struct item *picture);

#endif
