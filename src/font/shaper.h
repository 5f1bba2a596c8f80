/* SPDX-License-Identifier: ISC
 *
 * pdf_font: words shaped in faces. Knows HarfBuzz, as pdf_face does and
 * nobody else.
 *
 * A shaper belongs to one worker and keeps the words it has shaped.
 */
#ifndef FONT_SHAPER_H
#define FONT_SHAPER_H

#include "base/lang.h"
#include "font/face.h"

struct arena;
struct pdf_shaper;

/* --- Chains: what a text is set in. A character comes from the first face
 * that has it. Filled in by the sheet; lives as long as the run. --- */

enum { PDF_CHAIN_FACES = 6 };

enum pdf_feature {			/* bits */
	PDF_NO_LIGATURES = 1,		/* code, addresses */
	PDF_TABULAR = 2,		/* figures of one width */
	PDF_SMALL_CAPS = 4,
	PDF_SUPERIORS = 8		/* the face's raised figures (sups) */
};

struct pdf_chain {
	const struct pdf_face	*faces[PDF_CHAIN_FACES];
	size_t			 num;
	unsigned		 features;	/* enum pdf_feature, or-ed */
};

/* Index of the first byte of a character that no face of the chain has, or
 * s.len: what pdf_font_word() would show as .notdef. For the gate: no shaper
 * is needed, from any thread. */
size_t	pdf_font_chain_lacks(const struct pdf_chain *, str s);

/* --- Words --- */

struct pdf_glyph {
	float		advance;	/* [em] to the next, kerning within */
	float		natural;	/* [em] the face's own advance */
	float		dx;		/* [em] */
	float		dy;		/* [em] */
	uint32_t	at;		/* [byte] where its text begins; that
					 * reaches to the next glyph's */
	uint16_t	id;
	uint8_t		face;		/* of the chain */
};

/* Immutable; borrowed from its shaper until pdf_font_rest(). */
struct pdf_word {
	const struct pdf_chain	*chain;
	str			 text;
	const struct pdf_glyph	*glyphs;
	size_t			 num;
	double			 width;		/* [em] */
};

struct pdf_shaper *pdf_font_shaper_new(void);
void	 pdf_font_shaper_free(struct pdf_shaper *);
/* Shapes a word (or any piece of one line, spaces within too). Kerning and
 * ligatures, in Turkish none over f and i. A character that no face has is
 * shown as the first face's .notdef: the gate has refused it before. */
const struct pdf_word *pdf_font_word(struct pdf_shaper *,
	    const struct pdf_chain *, enum lang, str text);
/* The hyphen at the end of a line: the glyph of U+00AD, whose text it is,
 * so that a reader joins the word again. */
const struct pdf_word *pdf_font_hyphen(struct pdf_shaper *,
	    const struct pdf_chain *);
/* Whether a face of the chain has a glyph for it. */
bool	 pdf_font_has_hyphen(const struct pdf_chain *);
/* Index of the first glyph whose text begins at or after [byte] at. The
 * word can be cut there only where that glyph's at is exactly it. */
size_t	 pdf_font_glyph_at(const struct pdf_word *, size_t at);
/* The text of the glyphs from <= i < to; borrowed from the word. */
str	 pdf_font_text(const struct pdf_word *, size_t from, size_t to);
/* Width of the glyphs from <= i < to [em]. */
double	 pdf_font_width(const struct pdf_word *, size_t from, size_t to);
/* Between two documents: forgets its words when they have become many. */
void	 pdf_font_rest(struct pdf_shaper *);

#endif
