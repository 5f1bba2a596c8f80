/* SPDX-License-Identifier: ISC
 *
 * pdf_font: the fonts of one file. Assigns character codes, one for each
 * pair of glyph and text (one glyph may have several texts, as the hyphen
 * has), in the order in which text is shown; at the end writes each font with
 * the glyphs that were used (ISO 32000-1, 9.7).
 */
#ifndef PDF_FONT_H
#define PDF_FONT_H

#include "base/pool.h"
#include "font/word.h"

struct pdf_file;
struct pdf_fonts;

struct pdf_fonts *pdf_font_start(struct arena *);
/* The number of the face's font (“/F3”), from 0; a face that is new gets the
 * next. */
unsigned pdf_font_number(struct pdf_fonts *, const struct face *);
/* The number of fonts. */
unsigned pdf_font_count(const struct pdf_fonts *);
/* The code of the word's glyph in its font. */
unsigned pdf_font_code(struct pdf_fonts *, const struct shaped_word *,
	    size_t glyph);
/* Makes the subset of each font, in parallel; called once, after the last code
 * is assigned. */
void	 pdf_font_subset(struct pdf_fonts *, struct pool_worker);
/* Writes the font with the number, of which a code was assigned, and frees its
 * subset; returns its object. Called once for each number. */
unsigned pdf_font_write(struct pdf_fonts *, struct pdf_file *, unsigned number);

#endif
