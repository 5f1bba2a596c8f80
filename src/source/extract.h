/* SPDX-License-Identifier: ISC
 *
 * cut: a Markdown text out of which is taken what CommonMark would misread:
 * definitions of footnotes (footnote) and tables (table). What they cut out
 * they put behind the text as quotations, so that the document's link
 * definitions hold in it too and nothing can disturb anything else. The
 * origin of every line is kept: places stay those of the source. Lines and
 * columns (bytes) count from 1.
 */
#ifndef SOURCE_EXTRACT_H
#define SOURCE_EXTRACT_H

#include "base/sink.h"
#include "model/doc.h"

/* Where a line of the cut text comes from. */
struct extract_line {
	unsigned	line;		/* in the source */
	int		shift;		/* add to a column */
	size_t		at;		/* its first byte in the cut text */
};

/* In the document's arena. */
struct extract {
	str			 text;
	struct extract_line	*lines;
	size_t			 num_lines;
	size_t			 appended;	/* the line where quotations
						 * behind it begin, or 0 */
	size_t			 quotes;	/* how many those are */
};

/* A cut text that is written anew, from a cut; zeroed: nothing yet. */
struct extract_draft {
	struct sink		 text;
	struct extract_line	*lines;
	size_t			 num;
	size_t			 cap;
	size_t			 appended;
	size_t			 quotes;	/* begun here */
};

/* The text as it is; its first line is line + 1 of the source. */
void	extract_begin(struct extract *, struct doc *, str text, unsigned line);
/* The n-th line of the cut text, from 1, without its LF. */
str	extract_line_text(const struct extract *, size_t n);
/* The place in the source of its column (from 1); {0, 0} where there is no
 * such line. */
struct pos extract_pos(const struct extract *, size_t n, size_t col);
/* The index of the first byte in the line that no “>” or blank precedes. */
size_t	extract_indent(str line);

/* Writes a line: s behind a prefix. Its place is the source's line; shift is
 * added to its columns. */
void	extract_put(struct extract_draft *, str prefix, str s, unsigned line,
	    int shift);
/* Writes s behind a prefix where line n stood. */
void	extract_replace(struct extract_draft *, const struct extract *, size_t
	    n, str prefix, str s);
/* Writes the lines first to last as they are. */
void	extract_copy(struct extract_draft *, const struct extract *, size_t
	    first, size_t last);
/* The next line begins a quotation behind the text, below an empty one that
 * is said to be of that line of the source; 0: of none. */
void	extract_begin_quote(struct extract_draft *, unsigned line);
/* The draft becomes the cut, in arena; it is freed. */
void	extract_finish(struct extract_draft *, struct extract *,
	    struct arena *);

#endif
