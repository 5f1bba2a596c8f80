/* SPDX-License-Identifier: ISC
 *
 * paragraph: the lines of the extract that CommonMark reads as paragraphs. What
 * CommonMark does not know (tables, lists with letters, blocks) is looked for
 * in them alone, so that code and HTML stay as they are. For parse.
 */
#ifndef SOURCE_PARAGRAPH_H
#define SOURCE_PARAGRAPH_H

#include "source/extract.h"
#include "source/markdown.h"

struct paragraph {
	size_t	first, last;		/* lines of the extract */
	size_t	col;			/* of the first line's text */
	bool	heading;		/* else a paragraph. The underline of a
					 * heading is none of its lines */
	bool	in_entry;		/* of a list, where body reads it */
};

/* Lists them in document order, in arena; returns their number. */
size_t	paragraph_list(struct arena *, const struct extract *, markdown *root,
	    struct paragraph **);

#endif
