/* SPDX-License-Identifier: ISC
 *
 * atom: the inside of a text: text appends atoms, line_items and text_lines
 * make lines of them, text_width measures them. Only these use it.
 */
#ifndef LAYOUT_ATOM_H
#define LAYOUT_ATOM_H

#include "font/hyphen.h"
#include "font/shaper.h"
#include "layout/frame.h"
#include "layout/shape.h"
#include "pdf/tag.h"
#include "style/text_style.h"

struct layout_job;

enum atom_kind {
	ATOM_WORD,			/* or part of one, in one style */
	ATOM_SPACE,
	ATOM_PICTURE,
	ATOM_FIELD,
	ATOM_BREAK			/* the line ends here */
};

/* There may be a million: two atoms for each word of the text. */
struct atom {
	const struct shaped_word	*word;
	const struct run_style		*style;
	double				 width;	/* [pt] */
	unsigned			 footnote;	/* its number, or 0 */
	unsigned char			 kind;	/* enum atom_kind */
	bool				 cut;	/* part of a word that is too
						 * long to be shaped whole */
};

/* How the next words are set. */
struct text_setting {
	struct text_style		 text_style;
	double				 size;
	double				 rise;
	unsigned			 colour;
	bool				 literal;
	bool				 foreign;	/* no language of ours */
	enum lang			 lang;
	unsigned			 marks;		/* enum run_marks */
	const struct link_target	*link;
};

struct text {
	struct layout_job	*job;
	const struct style	*style;
	struct text_setting	 now;
	struct shape_source	 source;	/* of the words being added */
	struct pdf_tag		*elem;		/* open */
	struct pdf_tag		*content;	/* its last child, if content */
	const struct run_style	*run_style;	/* of the last atom, or NULL */
	struct atom		*atoms;		/* in block_arena */
	size_t			 num, cap;
	double			 tab;		/* where its blanks begin, at
						 * least */
	size_t			 marker_end;	/* atoms up to the last marker
						 * of a footnote */
	bool			 has_box;	/* a box or button */
};

/* Raised text: its size and how far it is raised, as parts of the size
 * around. */
#define ATOM_RAISED_SIZE	0.66
#define ATOM_RAISED_BY		0.34

/* Opens a new element; atom_leave() opens the returned one, which was around
 * it, again. */
struct pdf_tag	*atom_enter(struct text *, enum pdf_tag_type);
void		 atom_leave(struct text *, struct pdf_tag *around);

/* How the next atom is set; its content is a child of the open element. */
struct run_style	 atom_style(struct text *);
/* Appends an atom, of width 0. */
struct atom		*atom_add(struct text *, enum atom_kind,
			    const struct run_style *);
/* Appends a shaped word, or a space, as the setting says. */
struct atom		*atom_add_word(struct text *, enum atom_kind,
			    str word);

/* Whether a line ends before or after the atom only at a break inside a word,
 * not at the atom itself: it is no space and no forced break. */
static inline bool
atom_is_solid(const struct atom *a)
{
	return a->kind == ATOM_WORD || a->kind == ATOM_PICTURE ||
	    a->kind == ATOM_FIELD;
}

/* Whether the space is inside of a blank with its label, or of a box with its
 * first word: no line ends there. */
bool				 atom_is_tied(const struct text *,
				    const struct atom *space);
/* Where the word may be broken. any: between syllables even if its style
 * forbids that, because it is wider than its line; code is never broken there.
 * In the worker's line_arena. */
struct hyphen_breaks		 atom_breaks(const struct text *,
				    const struct atom *, bool any);
/* A hyphen in the atom's face. */
const struct shaped_word	*atom_hyphen(const struct text *,
				    const struct atom *);
/* What a hyphen adds to a line that it ends [pt]. */
double				 atom_hyphen_width(const struct text *,
				    const struct atom *);

#endif
