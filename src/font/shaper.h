/* SPDX-License-Identifier: ISC
 *
 * shaper: words shaped in faces. Knows HarfBuzz, as face does and
 * nobody else.
 *
 * A shaper belongs to one worker and keeps the words it has shaped.
 */
#ifndef FONT_SHAPER_H
#define FONT_SHAPER_H

#include "base/lang.h"
#include "font/face.h"

struct arena;
struct shaper;

/* --- Chains: what a text is set in. A character comes from the first face
 * that has it. Filled in by the sheet; lives as long as the run. --- */

enum { FONT_CHAIN_FACES = 6 };

enum font_feature {			/* bits */
	FONT_NO_LIGATURES = 1,		/* code, addresses */
	FONT_TABULAR = 2,		/* figures of one width */
	FONT_SMALL_CAPS = 4,
	FONT_SUPERIORS = 8		/* the face's raised figures (sups) */
};

struct font_chain {
	const struct face	*faces[FONT_CHAIN_FACES];
	size_t			 num;
	unsigned		 features;	/* enum font_feature, or-ed */
};

/* Index of the first byte of a character that no face of the chain has, or
 * s.len: what shaper_word() would show as .notdef. For the gate: no shaper
 * is needed, from any thread. */
size_t	shaper_missing(const struct font_chain *, str s);

/* --- Words --- */

struct glyph {
	float		advance;	/* [em] to the next, kerning within */
	float		natural;	/* [em] the face's own advance */
	float		dx;		/* [em] */
	float		dy;		/* [em] */
	uint32_t	at;		/* [byte] where its text begins; that
					 * reaches to the next glyph's */
	uint16_t	id;
	uint8_t		face;		/* of the chain */
};

/* Immutable; borrowed from its shaper until shaper_rest(). */
struct shaped_word {
	const struct font_chain	*chain;
	str			 text;
	const struct glyph	*glyphs;
	size_t			 num;
	double			 width;		/* [em] */
};

struct shaper *shaper_new(void);
void	 shaper_free(struct shaper *);
/* Shapes a word (or any piece of one line, spaces within too). Kerning and
 * ligatures, in Turkish none over f and i. A character that no face has is
 * shown as the first face's .notdef: the gate has refused it before. */
const struct shaped_word *shaper_word(struct shaper *,
	    const struct font_chain *, enum lang, str text);
/* The hyphen at the end of a line: the glyph of U+00AD, whose text it is,
 * so that a reader joins the word again. */
const struct shaped_word *shaper_hyphen(struct shaper *,
	    const struct font_chain *);
/* Whether a face of the chain has a glyph for it. */
bool	 shaper_has_hyphen(const struct font_chain *);
/* Index of the first glyph whose text begins at or after [byte] at. The
 * word can be cut there only where that glyph's at is exactly it. */
size_t	 shaper_glyph_at(const struct shaped_word *, size_t at);
/* The text of the glyphs from <= i < to; borrowed from the word. */
str	 shaper_text(const struct shaped_word *, size_t from, size_t to);
/* Width of the glyphs from <= i < to [em]. */
double	 shaper_width(const struct shaped_word *, size_t from, size_t to);
/* Between two documents: forgets its words when they have become many. */
void	 shaper_rest(struct shaper *);

#endif
