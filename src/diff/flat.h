/* SPDX-License-Identifier: ISC
 *
 * flat: a document as a row of blocks, each a row of words: what is compared.
 * A block is a heading, a paragraph, a line of code, a figure or a row of a
 * table; formatting is not kept, except where it makes a word a setting.
 */
#ifndef DIFF_FLAT_H
#define DIFF_FLAT_H

#include "base/sink.h"
#include "diff/flat_word.h"
#include "model/dom.h"

struct flat_word {
	str		text;		/* without white space, except a
					 * picture's: its alternative text */
	str		note;		/* the address of a link, the digest of
					 * a picture; or empty */
	uint64_t	hash;		/* of both: equal words are equal */
	unsigned	kinds;		/* WORD_IS_… */
	const struct item *picture;	/* NULL: none */
};

enum flat_kind { FLAT_HEADING, FLAT_TEXT, FLAT_CODE, FLAT_FIGURE, FLAT_ROW };

/* What the innermost block around it is; it names the place. FLAT_FACTS is the
 * table of the facts above the text. */
enum flat_place {
	FLAT_PLAIN, FLAT_FACTS, FLAT_STEP, FLAT_ITEM, FLAT_QUOTE, FLAT_NOTE,
	FLAT_FOOTNOTE
};

struct flat_span {
	size_t	start, end;		/* of words */
};

struct flat_block {
	enum flat_kind	kind;
	enum flat_place	place;
	bool		warns;		/* in a note that warns */
	bool		continues;	/* of an item: not its first block */
	bool		header;		/* a header row */
	unsigned	level;		/* of a heading; depth of an item */
	unsigned	number;		/* of a figure, footnote, table; or 0 */
	struct pos	pos;		/* in its source */
	unsigned	type;		/* of a note: enum note_type */
	unsigned	row;		/* in its table, from 0 */
	size_t		section;	/* the heading above; or FLAT_NONE */
	size_t		table;		/* from 0; or FLAT_NONE */
	str		id;		/* of the element, else of the nearest
					 * one before it */
	str		label;		/* “3.”, “ç)”; or empty */
	uint64_t	hash;		/* of kind and words */
	struct flat_span words;
	const struct flat_span *cells;	/* of a row */
	size_t		num_cells;
};

#define FLAT_NONE	((size_t)-1)

struct flat {
	struct arena	*arena;
	enum lang	 lang;
	struct flat_block *blocks;
	size_t		 num_blocks;
	struct flat_word *words;
	size_t		 num_words;
};

/* The words of the span, with a space between two; in arena. */
str	flat_text(struct arena *, const struct flat *, struct flat_span);

#endif
