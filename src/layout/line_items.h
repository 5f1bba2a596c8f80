/* SPDX-License-Identifier: ISC
 *
 * line_items: the atoms of a text as what line breaks: boxes, gaps, and
 * breaks with what each costs. For text_lines.
 */
#ifndef LAYOUT_LINE_ITEMS_H
#define LAYOUT_LINE_ITEMS_H

#include "layout/atom.h"
#include "layout/line.h"

/* Glyphs may be made so much wider or narrower: nobody sees it, and the gaps
 * are much more even (Zapf; pdfTeX's font expansion). */
#define LINE_ITEMS_EXPANSION	0.02

/* What an item of the line breaker stands for. */
struct line_piece {
	const struct atom	*atom;
	unsigned		 from, to;	/* glyphs */
};

/* A stretch of text between two forced breaks. */
struct line_items {
	struct text		*text;
	double			 width;
	struct line_item	*items;		/* in brief, as pieces */
	struct line_piece	*pieces;
	size_t			 num, cap;
	double			 solid;		/* [pt] since the last break */
};

/* Items of the atoms from <= i < to, of the first from a glyph on, as far as
 * there is room. Returns the atom behind them. */
size_t				line_items_make(struct line_items *, size_t
	    from, size_t glyph, size_t to);

#endif
