/* SPDX-License-Identifier: ISC
 *
 * line_items: turns the atoms of a text into the items that line breaks: boxes,
 * gaps, and breaks with their penalties. For text_lines.
 */
#ifndef LAYOUT_LINE_ITEMS_H
#define LAYOUT_LINE_ITEMS_H

#include "layout/atom.h"
#include "layout/line.h"

/* Glyphs may become wider or narrower by this part of their width: readers do
 * not notice it, and the gaps are much more even (Zapf; pdfTeX's font
 * expansion). */
#define LINE_ITEMS_EXPANSION	0.02

/* The piece of text that an item stands for. */
struct line_piece {
	const struct atom	*atom;
	unsigned		 from, to;	/* glyphs */
};

/* A stretch of text between two forced breaks. */
struct line_items {
	struct text		*text;
	double			 width;		/* [pt] of the line */
	struct line_item	*items;		/* in line_arena */
	struct line_piece	*pieces;	/* in line_arena */
	size_t			 num, cap;
	double			 solid;		/* [pt] of boxes since the last
						 * gap or break */
};

/* Turns the atoms from <= i < to into items, the first atom only from a glyph
 * on. Returns the index of the first atom that did not fit into the maximum
 * number of items, or to. The items end in a box; num is 0 where there is
 * none. */
size_t	line_items_make(struct line_items *, size_t from, size_t glyph,
	    size_t to);

#endif
