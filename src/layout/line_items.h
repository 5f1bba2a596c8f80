/* SPDX-License-Identifier: ISC
 *
 * pdf_item: the atoms of a text as what pdf_line breaks: boxes, gaps, and
 * breaks with what each costs. For pdf_set.
 */
#ifndef LAYOUT_LINE_ITEMS_H
#define LAYOUT_LINE_ITEMS_H

#include "layout/atom.h"
#include "layout/line.h"

/* Glyphs may be made so much wider or narrower: nobody sees it, and the gaps
 * are much more even (Zapf; pdfTeX's font expansion). */
#define PDF_ITEM_EXPANSION	0.02

/* What an item of the line breaker stands for. */
struct pdf_piece {
	const struct pdf_atom	*atom;
	unsigned		 from, to;	/* glyphs */
};

/* A stretch of text between two forced breaks. */
struct pdf_items {
	struct pdf_text		*text;
	double			 width;
	struct pdf_line_item	*items;		/* in brief, as pieces */
	struct pdf_piece	*pieces;
	size_t			 num, cap;
	double			 solid;		/* [pt] since the last break */
};

/* A hyphen in the atom's face. */
const struct pdf_word	*pdf_item_hyphen(const struct pdf_text *,
			    const struct pdf_atom *);
/* Items of the atoms from <= i < to, of the first from a glyph on, as far as
 * there is room. Returns the atom behind them. */
size_t	pdf_item_make(struct pdf_items *, size_t from, size_t glyph,
	    size_t to);

#endif
