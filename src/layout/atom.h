/* SPDX-License-Identifier: ISC
 *
 * pdf_atom: the inside of a pdf_text: what pdf_text collects, pdf_item and
 * pdf_set make lines of and pdf_width measures. For these alone.
 */
#ifndef LAYOUT_ATOM_H
#define LAYOUT_ATOM_H

#include "layout/text.h"
#include "style/text_style.h"

enum pdf_atom_kind {
	PDF_ATOM_WORD,			/* or part of one, in one style */
	PDF_ATOM_SPACE,
	PDF_ATOM_PICTURE,
	PDF_ATOM_BREAK			/* the line ends here */
};

/* There may be a million: two words a word of the text. */
struct pdf_atom {
	const struct pdf_word	*word;
	const struct pdf_hand	*hand;
	double			 width;		/* [pt] */
	unsigned		 foot;		/* number of a footnote, or 0 */
	unsigned char		 kind;		/* enum pdf_atom_kind */
	bool			 cut;		/* part of a word without end */
};

/* Whether no line ends before or after it of itself. */
static inline bool
pdf_atom_is_solid(const struct pdf_atom *a)
{
	return a->kind == PDF_ATOM_WORD || a->kind == PDF_ATOM_PICTURE;
}

/* Where the word may be broken; any: between syllables whatever it is, for
 * it is wider than its line. In the worker's brief arena. */
struct pdf_breaks	pdf_atom_breaks(const struct pdf_text *,
			    const struct pdf_atom *, bool any);
/* What a hyphen adds to a line that it ends [pt]. */
double			pdf_atom_hyphen(const struct pdf_text *,
			    const struct pdf_atom *);

/* How the next words are set. */
struct pdf_setting {
	struct pdf_manner	 manner;
	double			 size;
	double			 rise;
	unsigned		 colour;
	bool			 literal;
	const struct pdf_goal	*link;
};

struct pdf_text {
	struct pdf_job		*job;
	const struct pdf_style	*style;
	struct pdf_setting	 now;
	struct pdf_tag		*elem;		/* open */
	struct pdf_tag		*leaf;		/* its last kid, if content */
	const struct pdf_hand	*hand;		/* of the last atom, or NULL */
	struct pdf_atom		*atoms;		/* in scratch */
	size_t			 num, cap;
	size_t			 marked;	/* atoms up to the last mark
						 * of a footnote */
};

#endif
