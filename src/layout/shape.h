/* SPDX-License-Identifier: ISC
 *
 * shape: the words of a record become glyphs here and nowhere else, so that a
 * character that no face has is always reported: DIAG_GLYPH_MISSING, to the
 * document's diags, with its place. A record with such a fault is not written.
 */
#ifndef LAYOUT_SHAPE_H
#define LAYOUT_SHAPE_H

#include "base/diags.h"
#include "font/word.h"
#include "layout/job.h"

/* Where words come from. rest is the text from place on, in which a missing
 * character is searched for; empty: place is that of all the words. */
struct shape_source {
	struct place	place;
	str		rest;
};

/* The source of a text that begins at the place. */
static inline struct shape_source
shape_source(struct place place, str text)
{
	return (struct shape_source){ place, text };
}

/* Words of the document that begin at the position. */
struct place	shape_place(const struct layout_job *, struct pos);
/* Words of matbu's own: a fault has the position of the title. */
struct place	shape_own(void);

/* Shapes a word, or any piece of one line, in the language of the document.
 * Words of one source come in their order: source is moved past every
 * fault. */
const struct shaped_word *shape_word(const struct layout_job *,
		    const struct font_chain *, str word,
		    struct shape_source *source);
/* The same in another language. */
const struct shaped_word *shape_word_in(const struct layout_job *,
		    const struct font_chain *, enum lang, str word,
		    struct shape_source *source);
/* The hyphen at the end of a line. */
const struct shaped_word *shape_hyphen(const struct layout_job *,
		    const struct font_chain *);

#endif
