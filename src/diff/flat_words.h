/* SPDX-License-Identifier: ISC
 *
 * flat_words: reads the inline content of a document as a row of words. Part of
 * flat_make.
 */
#ifndef DIFF_FLAT_WORDS_H
#define DIFF_FLAT_WORDS_H

#include "base/map.h"
#include "diff/flat.h"

struct flat_words {
	struct flat		*flat;
	const struct doc	*doc;
	str			 folder;
	size_t			 cap_words;
	size_t			 cap_blocks;
	size_t			 tables;
	struct flat_block	 around;	/* what the next block is in */
	/* The word that is being read; it may go on in the next node. */
	struct sink		 letters;
	struct flat_word	 word;
	bool			 quoted;	/* after “ */
	struct map		 digests;	/* of pictures, by src */
};

/* Adds the words of a text; kinds: WORD_IS_… of all of them. The last word may
 * go on. */
void	flat_words_text(struct flat_words *, str, unsigned kinds);
/* Adds the words of what is in the node. */
void	flat_words_inlines(struct flat_words *, const node *, unsigned kinds);
/* Adds a picture as a word. */
void	flat_words_picture(struct flat_words *, const struct item *);
/* Ends the word that is being read. */
void	flat_words_end(struct flat_words *);

#endif
