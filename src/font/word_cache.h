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
/* The word; where *is_new is set, its glyphs and width are still missing.
 * kind (a language) keeps words with the same text apart. */
struct shaped_word	*word_cache_word(struct word_cache *,
			    const struct font_chain *, unsigned kind, str text,
			    bool *is_new);
/* An array of glyphs that lives as long as the words. */
struct glyph		*word_cache_glyphs(struct word_cache *, size_t num);
/* Frees all words when there are too many. */
void			 word_cache_rest(struct word_cache *);

#endif
