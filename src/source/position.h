/* SPDX-License-Identifier: ISC
 *
 * place: where the inlines of a block stand. cmark counts the columns of a
 * continued line as if it were indented like the block's first, and does not
 * count the lines that link definitions took off the block's start, nor those
 * that end in a backslash or within code, an address or a title: there its
 * column runs on. Takes what cmark counts, gives lines and columns (bytes,
 * from 1) of the cut text. For inline and body; knows nothing of cmark's
 * nodes. Nothing is allocated; the cut text is borrowed.
 */
#ifndef SOURCE_POSITION_H
#define SOURCE_POSITION_H

#include "source/extract.h"

/* A block whose inlines are read, from the first to the last. */
struct position {
	const struct extract	*cut;
	size_t			 line;		/* where the block begins */
	size_t			 col;
	size_t			 last;		/* its last line */
	size_t			 lag;		/* lines that cmark missed */
	/* Where position_correct() came to: a line as cmark counts, the line
	 * that it is, and how far that begins behind the first. */
	struct {
		size_t		 counted;
		size_t		 line;
		size_t		 passed;
	} known;
};

/* Only a paragraph begins with link definitions. */
struct position	position_of(const struct extract *, size_t line, size_t col,
		    size_t last, bool paragraph);
/* Makes of a line and column that cmark counts those of the cut text. */
void		position_correct(struct position *, size_t *line, size_t *col);
/* The place in the source of the block's first byte of text. */
struct pos	position_start(const struct position *);
/* The place in the source of a line's end, from that of the inline before it
 * (as cmark counts). Here is seen, too, how many lines cmark has missed: at a
 * hard break by a backslash it misses none. */
struct pos	position_line_end(struct position *, size_t line, size_t col,
		    bool soft);

#endif
