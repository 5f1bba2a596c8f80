/* SPDX-License-Identifier: ISC
 *
 * line_items: makes the items that line breaks of the atoms of a text: boxes,
 * gaps, and breaks with their penalties. For text_lines.
 */
#ifndef LAYOUT_LINE_ITEMS_H
#define LAYOUT_LINE_ITEMS_H

#include "layout/atom.h"
#include "layout/line.h"

/* Glyphs may become wider or narrower by this part of their width: nobody
 * sees it, and the gaps are much more even (Zapf; pdfTeX's font expansion). */
#define LINE_ITEMS_EXPANSION	0.02

/* The piece of text that an item stands for. */
struct line_piece {
	const struct atom	*atom;
	unsigned		 from, to;	/* glyphs */
};

/* A stretch of text between two forced breaks. */
struct line_items {
	struct text		*text;
	double			 width;
	struct line_item	*items;		/* in line_arena */
	struct line_piece	*pieces;	/* in line_arena */
	size_t			 num, cap;
	double			 solid;		/* [pt] since the last break */
};

/* Makes items of the atoms from <= i < to, of the first atom only from a
 * glyph on, as far as there is room. Returns the index of the first atom that
 * they leave out. */
size_t	line_items_make(struct line_items *, size_t from, size_t glyph,
	    size_t to);

#endif
