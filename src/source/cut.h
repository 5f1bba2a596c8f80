/* SPDX-License-Identifier: ISC
 *
 * cut: takes out of a Markdown text what CommonMark would misread: tables
 * and footnote definitions. Third stage of source/.
 *
 * Where a table stood, a heading “# T” holds its place, because a heading
 * ends any paragraph and needs no empty line. Cells and footnotes are put
 * behind the text as quotations of their own, so that the document's link
 * definitions hold in them too and they still cannot disturb each other:
 *
 *   > .first cell          a cell: “.” keeps “# x” and “- x” a paragraph,
 *   >                      and is taken off again; CommonMark reads what
 *   > .second cell         follows it as it reads the start of a line
 *
 *   > text of a footnote, its indentation taken off
 *
 * The origin of every line is kept, so that places stay those of the source.
 */
#ifndef CUT_H
#define CUT_H

#include "../base/sink.h"
#include "../model/doc.h"

/* Where a line of the cut text comes from. */
struct cut_line {
	unsigned	line;		/* in the source */
	int		shift;		/* add to a column */
	size_t		at;		/* its first byte in the cut text */
};

struct cut_row {
	struct pos	pos;
	size_t		cells;
};

struct cut_table {
	struct pos	pos;
	size_t		line;		/* of the heading in its place, from 1 */
	size_t		columns;
	const enum align *align;
	struct cut_row	*rows;		/* the header first */
	size_t		num;
};

struct cut {
	str			 text;
	struct cut_line		*lines;
	size_t			 num_lines;
	size_t			 behind;	/* the line where quotations
						 * behind it begin, or 0 */
	size_t			 quotes;	/* how many those are */
	struct cut_table	*tables;
	size_t			 num_tables;
};

/* A cut text that is written anew, from a cut; zeroed: nothing yet. */
struct cut_draft {
	struct sink	 text;
	struct cut_line	*lines;
	size_t		 num;
	size_t		 cap;
	size_t		 behind;
	size_t		 quotes;	/* begun here */
};

/* A stretch of lines that CommonMark reads as one paragraph. */
struct cut_paragraph {
	size_t	first, last;		/* from 1 */
	size_t	col;			/* of the first line's text, from 1 */
};

/* The text as it is; its first line is line + 1 of the source. */
void	cut_begin(struct cut *, struct doc *, str text, unsigned line);
/* Moves the tables among the paragraphs; false where there is none. */
bool	cut_tables(struct cut *, struct doc *, const struct cut_paragraph *,
	    size_t num);
/* Whether a table is possible at all: saves a reading. */
bool	cut_may_have_tables(str text);
/* The n-th line of the cut text, from 1, without its LF. */
str	cut_line_text(const struct cut *, size_t n);
/* The place in the source of its column (from 1); {0, 0} where there is no
 * such line. */
struct pos cut_place(const struct cut *, size_t n, size_t col);
/* The index of the first byte in the line that no “>” or blank precedes. */
size_t	cut_indent(str line);

/* Writes a line: s behind a prefix. Its place is the source's line; shift is
 * added to its columns. */
void	cut_put(struct cut_draft *, str prefix, str s, unsigned line,
	    int shift);
/* Writes s behind a prefix where line n stood. */
void	cut_replace(struct cut_draft *, const struct cut *, size_t n,
	    str prefix, str s);
/* Writes the lines first to last as they are. */
void	cut_copy(struct cut_draft *, const struct cut *, size_t first,
	    size_t last);
/* The next line begins a quotation behind the text; what it holds stood at
 * that line of the source. */
void	cut_begin_quote(struct cut_draft *, unsigned line);
/* The draft becomes the cut, in arena; it is freed. */
void	cut_finish(struct cut_draft *, struct cut *, struct arena *);

#endif
