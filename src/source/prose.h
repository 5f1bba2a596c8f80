/* SPDX-License-Identifier: ISC
 *
 * prose: the texts in a line, as CommonMark left them, into the tree; and in
 * them what it does not know: the marks of footnotes, bare addresses, and
 * marks that were meant as Markdown but are not, which are told. Knows
 * nothing of cmark. Part of inline.
 */
#ifndef SOURCE_PROSE_H
#define SOURCE_PROSE_H

#include "source/extract.h"
#include "source/footnote.h"

/* Where texts stand. All of it is borrowed. */
struct prose {
	struct doc		*doc;
	const struct extract	*cut;
	struct footnotes	*footnotes;
	struct _xmlNode		*link;		/* the one around, or NULL: a
						 * footnote's mark goes behind
						 * it, links hold no links */
};

/* Puts the text (copied), which begins at the line and column of the cut
 * text, below to; its first bytes, skip, are left out. */
void	prose_put(const struct prose *, struct _xmlNode *to, str text,
	    size_t line, size_t col, size_t skip);

#endif
