/* SPDX-License-Identifier: ISC
 *
 * shaper: shapes words. Only this file and face use HarfBuzz.
 *
 * A shaper belongs to one worker and keeps the words that it has shaped.
 */
#ifndef FONT_SHAPER_H
#define FONT_SHAPER_H

#include "base/lang.h"
#include "font/word.h"

struct shaper;

struct shaper *shaper_new(void);
void	 shaper_free(struct shaper *);
/* Shapes a word, or any piece of one line, also one with spaces. Applies
 * kerning and ligatures, but no ligature in a face of one width, and none of f
 * and i in Turkish. A character that no face of the chain has becomes glyph 0
 * of the first face (.notdef); then `missing` is set and the caller reports
 * it. The word is borrowed until shaper_rest(). */
const struct shaped_word *shaper_word(struct shaper *,
	    const struct font_chain *, enum lang, str text);
/* The hyphen at the end of a line: its text is U+00AD, so that a PDF reader
 * joins the two parts of the word again. `missing` is set where no face has a
 * hyphen. */
const struct shaped_word *shaper_hyphen(struct shaper *,
	    const struct font_chain *);
/* Index of the first glyph whose text begins at or after the byte at. The
 * word can be divided there only where that glyph's text begins exactly at
 * it. */
size_t	 shaper_glyph_at(const struct shaped_word *, size_t at);
/* The text of the glyphs from <= i < to; borrowed from the word. */
str	 shaper_text(const struct shaped_word *, size_t from, size_t to);
/* Width of the glyphs from <= i < to [em]. */
double	 shaper_width(const struct shaped_word *, size_t from, size_t to);
/* Called between two documents: frees all words when there are too many, so
 * no word may be in use. */
void	 shaper_rest(struct shaper *);

#endif
