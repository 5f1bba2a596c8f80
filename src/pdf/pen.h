/* SPDX-License-Identifier: ISC
 *
 * pdf_pen: text on the open page. A pen is on a base line and moves on with
 * the glyphs that it shows. Units and marks are pdf_page's.
 */
#ifndef PDF_PEN_H
#define PDF_PEN_H

#include "font/word.h"
#include "pdf/pdf.h"

void	pdf_pen_move(struct pdf *, double x, double y);
/* Shows the glyphs from <= i < to of the word, and moves the pen to their end.
 * size [pt]. */
void	pdf_pen_show(struct pdf *, const struct shaped_word *,
	    size_t from, size_t to, double size, unsigned colour);
/* Sets the factor by which the next glyphs are wider; 1 when a page begins. */
void	pdf_pen_scale(struct pdf *, double scale);
/* Moves the pen to the right [pt] (left: negative) without a glyph. */
void	pdf_pen_skip(struct pdf *, double width);

#endif
