/* SPDX-License-Identifier: ISC
 *
 * word_cache: the words that a shaper has shaped, found again by what they
 * are set in and their text. Nobody but shaper includes it.
 */
#ifndef FONT_WORD_CACHE_H
#define FONT_WORD_CACHE_H

#include "font/shaper.h"

struct word_cache;

struct word_cache *word_cache_new(void);
void			 word_cache_free(struct word_cache *);
/* The word; *is_new: its glyphs and width are still missing. kind keeps
 * words with the same text apart (a language). */
struct shaped_word	*word_cache_word(struct word_cache *,
		    const struct font_chain *, unsigned kind, str text, bool
		    *is_new);
/* Room for glyphs that lives as long as the words. */
struct glyph *word_cache_glyphs(struct word_cache *, size_t num);
/* Forgets all words when they have become many. */
void	 word_cache_rest(struct word_cache *);

#endif
