/* SPDX-License-Identifier: ISC
 *
 * pipe_table: tables, which CommonMark does not know: extracts them from the
 * text before CommonMark reads it; pipe_tree puts them into the tree. A
 * heading “# T” replaces a table, because a heading ends any paragraph and
 * needs no empty line. The cells become a block quote appended to the text:
 *
 *   > .first cell          “.” keeps “# x” and “- x” a paragraph; it is
 *   >                      removed afterwards. CommonMark reads the text
 *   > .second cell         after it as it reads the start of a line
 *
 * A plain cell, in which CommonMark finds nothing, is not appended: most cells
 * of a large table are plain, and CommonMark's tree takes much memory.
 *
 * Everything is in the document's arena. For body.
 */
#ifndef SOURCE_PIPE_TABLE_H
#define SOURCE_PIPE_TABLE_H

#include "source/paragraph.h"
#include "source/pipe_row.h"

struct pipe_cell {
	enum pipe_mark	mark;
	bool		blank;
	bool		plain;			/* its text is text[len] */
	unsigned	col;			/* in the source */
	unsigned	len;
	const char	*text;
};

struct pipe_table_row {
	struct pos	 pos;
	struct pipe_cell *cells;
	size_t		 num;
	bool		 bare;			/* without any pipe */
};

struct pipe_table {
	struct pos	 pos;
	size_t		 line;		/* of the heading that replaces it */
	size_t		 columns;
	const enum align *align;
	const unsigned char *widths;		/* [%], or NULL */
	bool		 has_head;		/* the first row is the header */
	struct pipe_table_row *rows;
	size_t		 num;
};

struct pipe_tables {
	struct pipe_table	*list;		/* in the order of the text */
	size_t			 num;
};

/* Whether the text can have a table: if not, one parse is enough. */
bool	pipe_table_is_possible(str text);
/* Moves the tables among the paragraphs to the end of the text; false if there
 * is none. Reports tables that are too wide. */
bool	pipe_table_extract(struct pipe_tables *, struct extract *, struct doc *,
	    const struct paragraph *, size_t num);

#endif
