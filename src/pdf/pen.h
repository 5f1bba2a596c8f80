/* SPDX-License-Identifier: ISC
 *
 * pdf_pen: text on the sheet that is painted. A pen stands on a base line
 * and moves on with what it shows. Units and marks are pdf_page's.
 */
#ifndef PDF_PEN_H
#define PDF_PEN_H

#include "pdf/page.h"

void	pdf_pen_move(struct pdf *, double x, double y);
/* The glyphs from <= i < to of the word; the pen moves on. */
void	pdf_pen_show(struct pdf *, const struct shaped_word *,
	    size_t from, size_t to, double size, unsigned colour);
/* Glyphs from here on are so many times as wide; 1 when a sheet begins. */
void	pdf_pen_scale(struct pdf *, double scale);
/* Moves the pen to the right (left: negative) without a glyph. */
void	pdf_pen_skip(struct pdf *, double width);

#endif
