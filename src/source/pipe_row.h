/* SPDX-License-Identifier: ISC
 *
 * pipe_row: a line of a table: its cells, or what its delimiter row says of the
 * columns. For pipe_table.
 */
#ifndef SOURCE_PIPE_ROW_H
#define SOURCE_PIPE_ROW_H

#include "base/arena.h"
#include "base/str.h"
#include "model/item.h"

enum pipe_mark {
	PIPE_TEXT,			/* a cell, blank or not */
	PIPE_WIDENS,			/* nothing between two pipes: “||” */
	PIPE_CONTINUES			/* “^^” */
};

/* Of a delimiter row. */
struct pipe_column {
	enum align	align;
	unsigned	dashes;
	unsigned	length;		/* with its colons */
};

/* The row without its first pipe and outer blanks: begin with it. */
str	pipe_row_begin(str line);
/* Removes the next cell from the row and trims it; false at the end. */
bool	pipe_row_next(str *row, str *cell, enum pipe_mark *);
/* Whether neither CommonMark, prose.c nor field_read.c finds anything but text
 * in the cell, perhaps none. */
bool	pipe_row_is_plain(str cell);
/* The number of cells of a line. */
size_t	pipe_row_count(str line);
/* Whether the line begins with a cell, and nothing else but blank ones. */
bool	pipe_row_is_blank(str line);
/* Reads a delimiter row “|---|:-:|”. Returns the number of columns, or 0.
 * The columns may be NULL. */
size_t	pipe_row_delimiter(str line, struct pipe_column *);
/* The widths [%] for which the author has typed different numbers of dashes,
 * in arena, or NULL. “|---|--:|” is no such row: the colon stands for a dash,
 * and up to three dashes are as many as a row needs. */
const unsigned char *pipe_row_widths(struct arena *,
	    const struct pipe_column *, size_t num);

#endif
