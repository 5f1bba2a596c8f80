/* SPDX-License-Identifier: ISC
 *
 * prose: puts the texts of a line, as CommonMark left them, into the tree, and
 * reads in them what CommonMark does not know: footnote markers and bare
 * addresses. Reports delimiters that the author meant as Markdown but that
 * CommonMark left as text. Does not depend on cmark. Part of inline.
 */
#ifndef SOURCE_PROSE_H
#define SOURCE_PROSE_H

#include "source/extract.h"
#include "source/footnote.h"

/* The context of texts. All members are borrowed. */
struct prose {
	struct doc		*doc;
	const struct extract	*extract;
	struct footnotes	*footnotes;
	struct _xmlNode		*link;		/* around the texts, or NULL.
						 * Links have no links: a
						 * footnote reference goes
						 * after it */
};

/* Puts the text (copied) below to. It begins at the line and column of the
 * extract; its first skip bytes are left out. Reports faults. */
void	prose_put(const struct prose *, struct _xmlNode *to, str text,
	    size_t line, size_t col, size_t skip);

#endif
