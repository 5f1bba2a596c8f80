/* SPDX-License-Identifier: ISC
 *
 * word: the types of shaped text, which shaper makes and word_cache keeps.
 */
#ifndef FONT_WORD_H
#define FONT_WORD_H

#include "font/face.h"

enum { FONT_CHAIN_FACES = 6 };

/* The faces of a text: a character comes from the first face that has it.
 * The style sheet makes it and keeps it until the end of the program. */
struct font_chain {
	const struct face	*faces[FONT_CHAIN_FACES];
	size_t			 num;
};

struct glyph {
	float		advance;	/* [em] to the next, with kerning */
	float		natural;	/* [em] the face's own advance */
	float		dx;		/* [em] */
	float		dy;		/* [em] */
	uint32_t	at;		/* [byte] where its text begins; the
					 * text ends at the next glyph's */
	uint16_t	id;
	uint8_t		face;		/* index in the chain */
};

/* Immutable; borrowed from its shaper until shaper_rest(). */
struct shaped_word {
	const struct font_chain	*chain;
	str			 text;
	const struct glyph	*glyphs;
	size_t			 num;
	double			 width;		/* [em] */
	bool			 missing;	/* has a glyph 0 (.notdef) */
};

#endif
