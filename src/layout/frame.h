/* SPDX-License-Identifier: ISC
 *
 * frame: what the layout is made of. A strip is what a sheet break cannot
 * divide: a line, a row of a table, a figure with its caption. It holds
 * frames: lines of text, pictures, rules. Lengths are [pt]; x counts from
 * the left margin, y of a frame from the top of its strip, downwards.
 */
#ifndef LAYOUT_FRAME_H
#define LAYOUT_FRAME_H

#include "font/hyphen.h"

/* An inch [pt]. */
#define FRAME_INCH	72.

struct arena;
struct field;
struct pdf_image;
struct pdf_tag;
struct shaped_word;

/* The target of a link. */
struct link_target {
	struct pdf_tag	*tag;		/* a PDF_TAG_LINK */
	str		 uri;		/* or empty: */
	str		 id;		/* a destination in the document */
	str		 contents;	/* what the link is read out as */
	bool		 underlined;
};

/* The space between a key and its box, and between the box and what stands
 * beside it [em]. */
#define RUN_BESIDE	0.2

/* What is drawn beside the glyphs of a run, or-ed. */
enum run_marks {
	RUN_UNDERLINED = 1, RUN_STRUCK = 2, RUN_BOXED = 4
};

/* How glyph runs are set; all that are set so share it. */
struct run_style {
	double			 size;
	double			 rise;		/* above the base line */
	unsigned		 colour;
	enum hyphen_mode	 how;
	enum lang		 lang;
	unsigned		 marks;		/* enum run_marks */
	struct pdf_tag		*content;	/* to which they belong */
	const struct link_target *link;		/* or NULL */
	const struct pdf_image	*image;		/* or NULL: words */
	const struct field	*field;		/* or NULL: no field */
	double			 height;	/* of the picture or field */
};

/* A piece of a line: glyphs of one word, a picture in the text, a field. */
struct glyph_run {
	const struct shaped_word	*word;		/* NULL: a picture or a
							 * field */
	const struct run_style		*style;
	unsigned			 from, to;	/* glyphs */
	double				 x;	/* from the frame's left */
	double				 width;
};

enum frame_kind {
	FRAME_LINE, FRAME_PICTURE, FRAME_FILL, FRAME_RULE, FRAME_SIGN
};

/* Drawn signs: one for each kind of note, in the order of enum note_type, so
 * that the kinds differ without colour too; and one where a line of code goes
 * on. */
enum frame_sign {
	FRAME_SIGN_NOTE, FRAME_SIGN_TIP, FRAME_SIGN_IMPORTANT,
	FRAME_SIGN_WARNING, FRAME_SIGN_CAUTION, FRAME_SIGN_WRAPPED
};

/* A table has four for each row. */
struct frame {
	enum frame_kind			 kind;
	unsigned			 colour;
	double				 x, y, width, height;
	struct frame			*next;
	union {
		struct {		/* of a line */
			double		 base;		/* below y */
			double		 scale;		/* of its glyphs */
			struct glyph_run *runs;
			size_t		 num;
			bool		 divided;	/* ends in a hyphen */
			bool		 wrapped;	/* code that goes on
							 * from the line above */
		};
		struct {		/* of another */
			double		 border;	/* around it; a rule's
							 * width */
			union {
				bool	 dotted;	/* a rule */
				enum frame_sign sign;	/* a sign */
				struct pdf_tag *content; /* a picture's */
			};
			struct pdf_tag	*elem;		/* gets its box */
			const struct pdf_image *image;
		};
	};
};

/* A background, frame or bar that is painted behind the strips in it, on each
 * sheet anew. Its first and last strip are its padding; where a sheet begins
 * or ends inside it, there is as much room. */
struct band {
	const struct band	*outer;		/* or NULL */
	const struct strip	*first, *last;	/* NULL: no padding */
	double			 padding;
	double			 x, width;
	bool			 filled;
	unsigned		 background;
	double			 border;
	unsigned		 border_colour;
	bool			 bar;		/* only a bar at the left */
};

/* A destination of links, an entry of the outline, or both. */
struct bookmark {
	str		 id;		/* of the destination, or empty */
	int		 level;		/* in the outline; 0: no entry */
	str		 title;		/* of the entry */
	struct bookmark	*next;
};

/* Whether a sheet may end after a strip. A loose link gives way where a large
 * part of the sheet would stay empty. */
enum keep {
	KEEP_NOT, KEEP_FIRMLY, KEEP_LOOSELY
};

struct strip {
	double			 before;	/* space above it, but not
						 * where it is first on a
						 * sheet */
	double			 height;
	enum keep		 keep;		/* with the next strip */
	bool			 floats;	/* a figure: later strips may
						 * pass it */
	bool			 begins_section;	/* a heading's first */
	bool			 stays;		/* passes no figure, and as a
						 * figure nothing passes it */
	unsigned		 level;		/* number of lists around it */
	bool			 fresh;		/* begins a sheet */
	bool			 turned;	/* stands on a landscape sheet */
	bool			 waits;		/* of a table that is turned by
						 * itself: strips of upright
						 * sheets may pass it */
	bool			 numbered;	/* a table's caption: passes no
						 * table that waits */
	struct frame		*frames, **tail;
	const struct band	*band;		/* the innermost, or NULL */
	const struct strip	*repeat;	/* stands above it where it is
						 * first on a sheet, and its own
						 * above that; or NULL */
	struct bookmark		*bookmarks;
	struct footnote_ref	*footnote_refs;
	struct strip		*next;
};

/* A reference to a footnote. */
struct footnote_ref {
	unsigned		 number;
	struct footnote_ref	*next;
};

/* Strips in source order. */
struct strips {
	struct strip	*first, *last;
	size_t		 num;
	bool		 fresh;		/* the next strip begins a sheet */
	bool		 turned;	/* the next strips do */
};

/* Appends a new strip. None stays with another that begins a sheet. */
struct strip	*frame_strip(struct arena *, struct strips *);
/* Whether s, which comes after last, cannot stand on the same sheet. */
bool		 frame_begins_sheet(const struct strip *last,
		    const struct strip *s);
/* Keeps the strip with the next one, loosely if not firmly already. */
void		 frame_keep_loosely(struct strip *);
/* The sum of the paddings of the strip's bands, from the innermost to outer
 * (NULL: all of them), that go on above the strip, or below it. */
double		 frame_above(const struct strip *, const struct band *outer);
double		 frame_below(const struct strip *, const struct band *outer);
/* Appends a new frame to the strip. */
struct frame	*frame_add(struct arena *, struct strip *, enum frame_kind);
/* Appends a copy of the frame to the strip, moved by x to the right, at y. */
void		 frame_copy(struct arena *, struct strip *,
		    const struct frame *, double x, double y);
/* Appends a sign, a square of that size. */
void		 frame_sign(struct arena *, struct strip *, enum frame_sign,
		    double x, double y, double size, unsigned colour);
/* Add a bookmark to the strip, or a reference to a footnote. */
void		 frame_bookmark(struct arena *, struct strip *, str id,
		    int level, str title);
void		 frame_footnote(struct arena *, struct strip *,
		    unsigned number);

#endif
