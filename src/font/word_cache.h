/* SPDX-License-Identifier: ISC
 *
 * word_cache: the words that a shaper has shaped, found by their chain and
 * text. Only shaper.c includes it.
 */
#ifndef FONT_WORD_CACHE_H
#define FONT_WORD_CACHE_H

#include "font/word.h"

struct word_cache;

struct word_cache	*word_cache_new(void);
void			 word_cache_free(struct word_cache *);
/* Returns the word with this chain, kind and text. Where *is_new is set, it
 * was added by this call, and the caller sets its glyphs, width and `missing`.
 * kind (a language) distinguishes words with the same text. The word stays at
 * its address until word_cache_rest(). */
struct shaped_word	*word_cache_word(struct word_cache *,
			    const struct font_chain *, unsigned kind, str text,
			    bool *is_new);
/* An array of glyphs, freed together with the words. */
struct glyph		*word_cache_glyphs(struct word_cache *, size_t num);
/* Frees all words and glyphs when there are too many words. */
void			 word_cache_rest(struct word_cache *);

#endif
