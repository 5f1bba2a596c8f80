/* SPDX-License-Identifier: ISC
 *
 * block_mark: the lines “::: imza”, “:::” and “\newpage”, which CommonMark
 * reads as text of a paragraph. A pass replaces each with an empty comment,
 * which ends whatever paragraph, list or table is above it and leaves a node at
 * its place; the line of the extract knows what stood there. Then the marks of
 * one parent are matched while its blocks are put into the tree. For parse and
 * body.
 */
#ifndef SOURCE_BLOCK_MARK_H
#define SOURCE_BLOCK_MARK_H

#include "source/markdown.h"
#include "source/paragraph.h"

/* Whether the text can have a mark: if not, one parse is enough. */
bool	block_mark_is_possible(const struct doc *, str text);
/* Whether a line, from its first byte behind blanks and “>”, is a mark. */
bool	block_mark_is(const struct doc *, str line);
/* Replaces the marks in the paragraphs; false if there is none. Reports unknown
 * blocks. */
bool	block_mark_extract(struct extract *, struct doc *,
	    const struct paragraph *, size_t num);

/* The blocks of one parent while they are put into the tree. */
struct block_marks {
	struct doc			*doc;
	const struct extract		*extract;
	struct _xmlNode			*to;	/* where the next block goes */
	struct block_mark_open		*open;	/* the innermost, or NULL */
};

/* Begins with the parent's node. */
struct block_marks	block_mark_begin(struct doc *, const struct extract *,
			    struct _xmlNode *to);
/* Takes a node that stands for a mark, and changes marks->to; false if it is
 * another block. Reports faults. */
bool	block_mark_take(struct block_marks *, markdown *);
/* Reports blocks that are still open. */
void	block_mark_end(struct block_marks *);
/* Reports a comment inside a paragraph that stands for a mark: the line is
 * indented too deeply. False if it does not. */
bool	block_mark_report(struct doc *, const struct extract *, markdown *,
	    struct pos);

#endif
