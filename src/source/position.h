/* SPDX-License-Identifier: ISC
 *
 * position: the positions of the inlines of a block. cmark counts the columns
 * of a continued line as if it had the indentation of the block's first line.
 * It does not count the lines of link definitions at the block's start, nor
 * lines that end in a backslash or inside code, an address or a title: there
 * its column runs on. This file turns what cmark counts into lines and columns
 * (bytes, from 1) of the extract. For inline and body; does not use cmark's
 * nodes. Allocates nothing; the extract is borrowed.
 */
#ifndef SOURCE_POSITION_H
#define SOURCE_POSITION_H

#include "source/extract.h"

/* A block whose inlines are read in their order. */
struct position {
	const struct extract	*extract;
	size_t			 line;		/* where the block begins */
	size_t			 col;
	size_t			 last;		/* its last line */
	size_t			 missed;	/* lines that cmark missed */
	/* The last result of position_correct(): a line as cmark counts, the
	 * line of the extract, and the bytes of text between the two. */
	struct {
		size_t		 counted;
		size_t		 line;
		size_t		 passed;
	} known;
};

/* A block at a line and column; last is its last line. Only a paragraph begins
 * with link definitions. */
struct position	position_of(const struct extract *, size_t line, size_t col,
		    size_t last, bool paragraph);
/* Replaces a line and column that cmark counts with those of the extract. */
void		position_correct(struct position *, size_t *line, size_t *col);
/* The position in the source of the block's first byte of text. */
struct pos	position_start(const struct position *);
/* The position in the source of a line's end, from the end of the inline
 * before it (as cmark counts). Also updates the number of lines that cmark
 * missed: it misses none at a hard break by a backslash. */
struct pos	position_line_end(struct position *, size_t line, size_t col,
		    bool soft);

#endif
