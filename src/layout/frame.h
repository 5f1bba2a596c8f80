/* SPDX-License-Identifier: ISC
 *
 * pdf_frame: what the layout is made of. A strip is what a sheet break can
 * go around: a line, a row of a table, a figure with its caption. It holds
 * frames: lines of text, pictures, rules. Lengths are [pt]; x counts from
 * the left margin, y of a frame from the top of its strip, downwards.
 */
#ifndef LAYOUT_FRAME_H
#define LAYOUT_FRAME_H

#include "model/dom.h"
#include "pdf/page.h"
#include "print/print.h"

/* Where a piece of text leads. */
struct pdf_goal {
	struct pdf_tag	*tag;		/* a PDF_TAG_LINK */
	str		 uri;		/* or empty: */
	str		 id;		/* a place of the document */
	str		 contents;
	bool		 underlined;
};

/* How a stretch of text is set: shared by all that is set so. */
struct pdf_hand {
	double			 size;
	double			 rise;		/* above the base line */
	unsigned		 colour;
	enum pdf_hyphen_how	 how;
	struct pdf_tag		*leaf;
	const struct pdf_goal	*link;		/* or NULL */
	const struct pdf_image	*image;		/* or NULL: words */
	double			 height;	/* of the picture */
};

/* A piece of a line: glyphs of one word, or a picture in the text. */
struct pdf_run {
	const struct pdf_word	*word;		/* NULL: a picture */
	const struct pdf_hand	*hand;
	unsigned		 from, to;	/* glyphs */
	double			 x;		/* from the frame's left */
	double			 width;
};

enum pdf_frame_kind {
	PDF_FRAME_LINE, PDF_FRAME_PICTURE, PDF_FRAME_FILL, PDF_FRAME_RULE
};

struct pdf_frame {
	enum pdf_frame_kind	 kind;
	double			 x, y, width, height;
	double			 base;		/* of a line, below y */
	double			 scale;		/* of a line's glyphs */
	struct pdf_run		*runs;
	size_t			 num;
	struct pdf_tag		*leaf;		/* of a picture */
	struct pdf_tag		*elem;		/* what gets the box */
	const struct pdf_image	*image;
	double			 border;	/* around it; a rule's */
	unsigned		 colour;
	const struct _xmlNode	*node;		/* or NULL: matbu's own */
	struct pdf_frame	*next;
};

/* What is painted behind the strips that it holds, sheet by sheet. Its
 * first and last strip are its padding; where a sheet ends in it, there is
 * as much room. */
struct pdf_band {
	const struct pdf_band	*outer;		/* or NULL */
	const struct pdf_strip	*first, *last;	/* NULL: no padding */
	double			 padding;
	double			 x, width;
	bool			 filled;
	unsigned		 background;
	double			 border;
	unsigned		 border_colour;
	bool			 bar;		/* only a line at the left */
};

/* An entry of the outline, or a place that links lead to. */
struct pdf_mark {
	str		 id;			/* or empty */
	int		 level;			/* 0: no entry */
	str		 title;
	struct pdf_mark	*next;
};

struct pdf_strip {
	double			 before;	/* not at the head of a sheet */
	double			 height;
	bool			 keep;		/* with the next strip */
	bool			 floats;	/* a figure: may be put later */
	bool			 ends_section;	/* nothing passes it */
	unsigned		 level;		/* of lists around it */
	struct pdf_frame	*frames, **tail;
	const struct pdf_band	*band;		/* the innermost, or NULL */
	const struct pdf_strip	*repeat;	/* stands above it where it
						 * comes first on a sheet */
	struct pdf_mark		*marks;
	struct pdf_foot		*feet;		/* notes that it refers to */
	struct pdf_strip	*next;
};

/* A footnote's strips, by reference. */
struct pdf_foot {
	unsigned	 number;
	struct pdf_foot	*next;
};

/* Strips in source order. */
struct pdf_strips {
	struct pdf_strip	*first, *last;
	size_t			 num;
};

/* A document on its way through the press. */
struct pdf_job {
	struct arena			*arena;
	struct arena			*scratch;
	const struct doc		*doc;
	const struct pdf_context	*context;
	const struct pdf_sheet		*sheet;
	struct pdf_worker		*worker;
	struct pdf_record		*record;
	struct pdf_strips		 body;
	struct pdf_strips		*notes;		/* by number - 1 */
	size_t				 num_notes;
	struct pdf_run			*sheet_run;	/* “1 / 3” */
};

struct pdf_strip	*pdf_frame_strip(struct pdf_job *, struct pdf_strips *);
/* Of the strip's bands, from its own to the outer one (NULL: all): the
 * padding of those that go on above it, or below it. */
double			 pdf_frame_above(const struct pdf_strip *,
			    const struct pdf_band *outer);
double			 pdf_frame_below(const struct pdf_strip *,
			    const struct pdf_band *outer);
struct pdf_frame	*pdf_frame_add(struct pdf_job *, struct pdf_strip *,
			    enum pdf_frame_kind);
/* A copy of the frame, at the end of the strip. */
void			 pdf_frame_move(struct pdf_job *, struct pdf_strip *,
			    const struct pdf_frame *, double x, double y);
void			 pdf_frame_mark(struct pdf_job *, struct pdf_strip *,
			    str id, int level, str title);
void			 pdf_frame_foot(struct pdf_job *, struct pdf_strip *,
			    unsigned number);

#endif
