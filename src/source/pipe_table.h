/* SPDX-License-Identifier: ISC
 *
 * pipe_table: tables, which CommonMark does not know: extracts them from the
 * text before CommonMark reads it, and puts them into the tree afterwards. A
 * heading “# T” replaces a table, because a heading ends any paragraph and
 * needs no empty line. The cells become a block quote appended to the text:
 *
 *   > .first cell          “.” keeps “# x” and “- x” a paragraph; it is
 *   >                      removed afterwards. CommonMark reads the text
 *   > .second cell         after it as it reads the start of a line
 *
 * Everything is in the document's arena. For body.
 */
#ifndef SOURCE_PIPE_TABLE_H
#define SOURCE_PIPE_TABLE_H

#include "source/inline.h"
#include "source/paragraph.h"

struct pipe_table_row {
	struct pos	pos;
	size_t		cells;
};

struct pipe_table {
	struct pos	 pos;
	size_t		 line;		/* of the heading that replaces it */
	size_t		 columns;
	const enum align *align;
	struct pipe_table_row *rows;		/* the header first */
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
/* Puts the table below to, from its block quote, which is NULL if an open code
 * block contains it. A paragraph “Tablo: …” before it becomes its caption.
 * Reports rows with too many cells. */
void	pipe_table_put(const struct pipe_table *, struct inlines *,
	    markdown *quote, struct _xmlNode *to);

#endif
