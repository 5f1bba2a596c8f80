/* SPDX-License-Identifier: ISC
 *
 * pdf_cache: the words that a shaper has shaped, found again by what they
 * are set in and their text. Nobody but pdf_font includes it.
 */
#ifndef FONT_WORD_CACHE_H
#define FONT_WORD_CACHE_H

#include "font/shaper.h"

struct pdf_cache;

struct pdf_cache *pdf_cache_new(void);
void	 pdf_cache_free(struct pdf_cache *);
/* The word; *is_new: its glyphs and width are still missing. kind keeps
 * words with the same text apart (a language). */
struct pdf_word	*pdf_cache_word(struct pdf_cache *, const struct pdf_chain *,
		    unsigned kind, str text, bool *is_new);
/* Room for glyphs that lives as long as the words. */
struct pdf_glyph *pdf_cache_glyphs(struct pdf_cache *, size_t num);
/* Forgets all words when they have become many. */
void	 pdf_cache_rest(struct pdf_cache *);

#endif
