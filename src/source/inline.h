/* SPDX-License-Identifier: ISC
 *
 * inline: what stands in a line of text, from CommonMark's nodes into the
 * tree: emphasis, links, pictures, code; the texts themselves are prose's.
 * A block is begun, then put. Part of body.
 */
#ifndef SOURCE_INLINE_H
#define SOURCE_INLINE_H

#include "source/markdown.h"
#include "source/position.h"
#include "source/prose.h"

/* The inlines of a document; the first three are the caller's, borrowed. */
struct inlines {
	struct doc		*doc;
	const struct extract	*cut;
	struct footnotes	*footnotes;
	struct position		 block;		/* the one that is read */
	struct _xmlNode		*link;		/* the one around, or NULL */
	bool			 cell;		/* of a table */
	bool			 skip_first;	/* drop the first byte */
	bool			 skip_line;	/* drop the first line */
};

/* Begins a block, or a cell, whose first byte is not the author's. Then at
 * will: its first line is left out. Then puts it below to. */
void	inline_begin(struct inlines *, markdown *block);
void	inline_begin_cell(struct inlines *, markdown *block);
void	inline_skip_line(struct inlines *);
void	inline_put(struct inlines *, markdown *block, struct _xmlNode *to);
/* Source, alternative text and title of an image; in arena. */
void	inline_picture(struct inlines *, markdown *image, struct item *);

#endif
