/* SPDX-License-Identifier: ISC
 *
 * extract: the Markdown text that cmark reads. What CommonMark would misread,
 * definitions of footnotes (footnote) and tables (pipe_table), is taken out
 * and appended to the text as block quotes: there the document's link
 * definitions hold too, and it cannot affect the rest of the text. Every line
 * knows its origin, so that positions remain those of the source. Lines and
 * columns (bytes) count from 1.
 */
#ifndef SOURCE_EXTRACT_H
#define SOURCE_EXTRACT_H

#include "base/sink.h"
#include "model/doc.h"

/* A marker of a list, “ç) ”, that the extract has as “1) ” (list_pass). */
struct extract_mark {
	size_t		col, end;	/* of “1”; after the blank */
	int		saved;		/* bytes that the marker was longer */
	struct pos	pos;		/* in the source */
	str		label;		/* “ç)”, as typed */
	unsigned	family;		/* list_marker.h */
	unsigned	ordinal;
	const struct extract_mark *outer;	/* left of it; or NULL */
};

/* The origin of a line of the extract. */
struct extract_line {
	unsigned	line;		/* in the source */
	int		shift;		/* add to a column */
	unsigned	offset;		/* of its first byte in the extract */
	unsigned char	block;		/* what block_mark replaced, or 0 */
	const struct extract_mark *mark;	/* the last one; or NULL */
};

/* A text in the document's arena. */
struct extract {
	str			 text;
	struct extract_line	*lines;
	size_t			 num_lines;
	size_t			 appended;	/* the line where appended
						 * block quotes begin, or 0 */
	size_t			 quotes;	/* their number */
	const str		*typed;		/* lines as typed, where they
						 * are composed; or NULL */
	unsigned		 first;		/* the line of the first one */
};

/* A new extract that is written from an older one; zeroed: empty. */
struct extract_draft {
	struct sink		 text;
	struct extract_line	*lines;
	size_t			 num;
	size_t			 cap;
	size_t			 appended;
	size_t			 quotes;	/* begun in this draft */
};

/* Begins with the text (borrowed), from dialect 2 on with its letters composed;
 * its first line is line + 1 of the source. */
void	extract_begin(struct extract *, struct doc *, str text, unsigned line);
/* The n-th line of the extract, from 1, without its LF; empty if there is no
 * such line. */
str	extract_line_text(const struct extract *, size_t n);
/* The same from an offset on. */
str	extract_line_from(const struct extract *, size_t n, size_t at);
/* The position in the source of a column of that line; {0, 0} if there is no
 * such line. */
struct pos extract_pos(const struct extract *, size_t n, size_t col);
/* A position in the source as typed, from one in its composed text. */
struct pos extract_typed(const struct extract *, struct pos);
/* The number of blanks and “>” at the beginning of a line. */
size_t	extract_indent(str line);

/* Writes a line: a prefix, then s. line is its line in the source; add shift
 * to its columns to get those of the source. */
void	extract_put(struct extract_draft *, str prefix, str s, unsigned line,
	    int shift);
/* Writes a prefix and s in place of line n, whose markers stay. */
void	extract_replace(struct extract_draft *, const struct extract *,
	    size_t n, str prefix, str s);
/* Writes the lines first to last unchanged. */
void	extract_copy(struct extract_draft *, const struct extract *,
	    size_t first, size_t last);
/* Begins an appended block quote: writes an empty line before it, whose origin
 * is that line of the source (0: none). */
void	extract_begin_quote(struct extract_draft *, unsigned line);
/* Replaces the extract with the draft, in arena; frees the draft. */
void	extract_finish(struct extract_draft *, struct extract *,
	    struct arena *);

#endif
