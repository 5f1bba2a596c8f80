/* SPDX-License-Identifier: ISC
 *
 * table: tables, which CommonMark does not know: cut out of the text before
 * it is read, put into the tree afterwards. Where a table stood, a heading
 * “# T” holds its place, because a heading ends any paragraph and needs no
 * empty line. Its cells stand in a quotation behind the text:
 *
 *   > .first cell          “.” keeps “# x” and “- x” a paragraph, and is
 *   >                      taken off again; CommonMark reads what follows
 *   > .second cell         it as it reads the start of a line
 *
 * Everything is in the document's arena. For body.
 */
#ifndef SOURCE_PIPE_TABLE_H
#define SOURCE_PIPE_TABLE_H

#include "source/inline.h"

struct pipe_table_row {
	struct pos	pos;
	size_t		cells;
};

struct pipe_table {
	struct pos	 pos;
	size_t		 line;		/* of the heading in its place */
	size_t		 columns;
	const enum align *align;
	struct pipe_table_row *rows;		/* the header first */
	size_t		 num;
};

struct pipe_tables {
	struct pipe_table	*list;		/* as they stand in the text */
	size_t			 num;
};

/* A stretch of lines that CommonMark reads as one paragraph. */
struct pipe_table_paragraph {
	size_t	first, last;
	size_t	col;			/* of the first line's text */
};

/* Whether a table is possible at all: saves a reading. */
bool	pipe_table_may_stand(str text);
/* Moves the tables among the paragraphs behind the text; false where there
 * is none. */
bool	pipe_table_cut(struct pipe_tables *, struct extract *, struct doc *,
	    const struct pipe_table_paragraph *, size_t num);
/* Puts the table below to, from its quotation, which is NULL where an open
 * code block has swallowed it. A paragraph “Tablo: …” before it becomes its
 * caption. */
void	pipe_table_put(const struct pipe_table *, struct inlines *,
	    markdown *quote, struct _xmlNode *to);

#endif
