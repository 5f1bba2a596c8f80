/* SPDX-License-Identifier: ISC
 *
 * frame: what the layout is made of. A strip is what a sheet break can
 * go around: a line, a row of a table, a figure with its caption. It holds
 * frames: lines of text, pictures, rules. Lengths are [pt]; x counts from
 * the left margin, y of a frame from the top of its strip, downwards.
 */
#ifndef LAYOUT_FRAME_H
#define LAYOUT_FRAME_H

#include "font/hyphen.h"

struct arena;
struct pdf_image;
struct pdf_tag;
struct shaped_word;

/* Where a piece of text leads. */
struct link_target {
	struct pdf_tag	*tag;		/* a PDF_TAG_LINK */
	str		 uri;		/* or empty: */
	str		 id;		/* a place of the document */
	str		 contents;
	bool		 underlined;
};

/* How a stretch of text is set: shared by all that is set so. */
struct run_style {
	double			 size;
	double			 rise;		/* above the base line */
	unsigned		 colour;
	enum hyphen_mode	 how;
	struct pdf_tag		*content;
	const struct link_target	*link;		/* or NULL */
	const struct pdf_image	*image;		/* or NULL: words */
	double			 height;	/* of the picture */
};

/* A piece of a line: glyphs of one word, or a picture in the text. */
struct glyph_run {
	const struct shaped_word	*word;		/* NULL: a picture */
	const struct run_style		*style;
	unsigned			 from, to;	/* glyphs */
	double				 x;	/* from the frame's left */
	double				 width;
};

enum frame_kind {
	FRAME_LINE, FRAME_PICTURE, FRAME_FILL, FRAME_RULE
};

struct frame {
	enum frame_kind		 kind;
	double			 x, y, width, height;
	double			 base;		/* of a line, below y */
	double			 scale;		/* of a line's glyphs */
	struct glyph_run	*runs;
	size_t			 num;
	struct pdf_tag		*content;		/* of a picture */
	struct pdf_tag		*elem;		/* what gets the box */
	const struct pdf_image	*image;
	double			 border;	/* around it; a rule's */
	unsigned		 colour;
	struct frame		*next;
};

/* What is painted behind the strips that it holds, sheet by sheet. Its
 * first and last strip are its padding; where a sheet ends in it, there is
 * as much room. */
struct band {
	const struct band	*outer;		/* or NULL */
	const struct strip	*first, *last;	/* NULL: no padding */
	double			 padding;
	double			 x, width;
	bool			 filled;
	unsigned		 background;
	double			 border;
	unsigned		 border_colour;
	bool			 bar;		/* only a line at the left */
};

/* An entry of the outline, or a place that links lead to. */
struct bookmark {
	str		 id;			/* or empty */
	int		 level;			/* 0: no entry */
	str		 title;
	struct bookmark	*next;
};

struct strip {
	double			 before;	/* not at the head of a sheet */
	double			 height;
	bool			 keep;		/* with the next strip */
	bool			 floats;	/* a figure: may be put later */
	bool			 ends_section;	/* nothing passes it */
	unsigned		 level;		/* of lists around it */
	struct frame		*frames, **tail;
	const struct band	*band;		/* the innermost, or NULL */
	const struct strip	*repeat;	/* stands above it where it
						 * comes first on a sheet */
	struct bookmark		*bookmarks;
	struct footnote_ref	*footnote_refs;	/* notes that it refers to */
	struct strip		*next;
};

/* A footnote's strips, by reference. */
struct footnote_ref {
	unsigned		 number;
	struct footnote_ref	*next;
};

/* Strips in source order. */
struct strips {
	struct strip	*first, *last;
	size_t		 num;
};

struct strip	*frame_strip(struct arena *, struct strips *);
/* Of the strip's bands, from its own to the outer one (NULL: all): the
 * padding of those that go on above it, or below it. */
double		 frame_above(const struct strip *, const struct band *outer);
double		 frame_below(const struct strip *, const struct band *outer);
struct frame	*frame_add(struct arena *, struct strip *,
			    enum frame_kind);
/* A copy of the frame, at the end of the strip. */
void		 frame_move(struct arena *, struct strip *,
			    const struct frame *, double x, double y);
void		 frame_bookmark(struct arena *, struct strip *,
			    str id, int level, str title);
void		 frame_footnote(struct arena *, struct strip *,
			    unsigned number);

#endif
