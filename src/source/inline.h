/* SPDX-License-Identifier: ISC
 *
 * inline: puts the inlines of a block from CommonMark's nodes into the tree:
 * emphasis, links, pictures, code; prose reads their texts. First begin a
 * block, then put it. Part of body.
 */
#ifndef SOURCE_INLINE_H
#define SOURCE_INLINE_H

#include "model/tag_fault.h"
#include "source/markdown.h"
#include "source/position.h"
#include "source/prose.h"

/* The inlines of a document; the first three members are borrowed from the
 * caller. */
struct inlines {
	struct doc		*doc;
	const struct extract	*extract;
	struct footnotes	*footnotes;
	struct position		 block;		/* the current one */
	struct _xmlNode		*link;		/* the enclosing one, or NULL */
	bool			 cell;		/* of a table */
	bool			 keep_lines;	/* a line ends where the
						 * author's does */
	bool			 skip_first;	/* drop the first byte */
	bool			 skip_line;	/* drop the first line */
	bool			 tags_reported;	/* that do not pair, in the
						 * current block */
	struct tag_faults	 tag_faults;	/* not yet reported */
};

/* Begins a block. */
void	inline_begin(struct inlines *, markdown *block);
/* Begins a table cell, whose first byte pipe_table has added. */
void	inline_begin_cell(struct inlines *, markdown *block);
/* Leaves out the first line of the block that has begun. */
void	inline_skip_line(struct inlines *);
/* Puts the block that has begun below to and drops its inlines. Reports
 * faults. */
void	inline_put(struct inlines *, markdown *block, struct _xmlNode *to);
/* Sets source, alternative text and title of an image; in arena. */
void	inline_picture(struct inlines *, markdown *image, struct item *);
/* Reads the width in the text after an image of the block that has begun;
 * returns its length, or 0. Reports faults. */
size_t	inline_width(struct inlines *, markdown *text, struct item *);

#endif
