/* SPDX-License-Identifier: ISC
 *
 * blocks: what a Word file says, without Word: blocks, and runs of text in
 * them. The readers make it; headings.c, captions.c, typed_lists.c and blanks.c
 * find out what its paragraphs are; the writers turn it into Markdown. All is
 * in one arena; texts are borrowed.
 */
#ifndef IMPORT_BLOCKS_H
#define IMPORT_BLOCKS_H

#include "base/str.h"

struct arena;

/* How a run looks: bits. */
enum {
	LOOK_BOLD = 1, LOOK_ITALIC = 2, LOOK_STRIKE = 4, LOOK_UNDERLINE = 8,
	LOOK_SUB = 16, LOOK_SUPER = 32
};

enum run_kind {
	RUN_TEXT,
	RUN_BREAK,			/* a line ends */
	RUN_NOTE,			/* number: of the footnote, from 1 */
	RUN_PICTURE,
	RUN_FIELD,			/* text: its kind, or empty */
	RUN_BOX				/* number: whether it is ticked */
};

/* A picture that can be taken over. */
struct picture {
	str		part;
	str		alt;
	str		name;		/* of its file, “sekil-1.png” */
	str		bytes;
	unsigned	width;		/* [mm]; 0: unknown */
};

struct run {
	enum run_kind	 kind;
	unsigned	 look;
	str		 text;
	str		 link;		/* an address, “#bookmark”, or empty;
					 * of a field: “(name "what it is")” */
	size_t		 number;
	struct picture	*picture;
	struct run	*next;
};

struct runs {
	struct run	*first;
	struct run	*last;
};

enum said {
	IS_PARAGRAPH,
	IS_HEADING,
	IS_ITEM,
	IS_TABLE,
	IS_FIGURE,			/* one picture, with its caption */
	IS_PAGE,			/* a new page begins */
	IS_WIDE,			/* landscape begins, */
	IS_TALL			/* and ends */
};

enum block_align { PLACE_LEFT, PLACE_CENTER, PLACE_RIGHT };

/* What the file says a paragraph is. */
enum block_style { STYLE_PLAIN, STYLE_TITLE, STYLE_CAPTION };

struct block {
	enum said	 kind;
	enum block_style style;
	enum block_align align;
	unsigned	 level;		/* of a heading, from 1; an item, 0 */
	str		 label;		/* “a)”, “1.”; a bullet: “-” */
	bool		 counted;	/* the label is not among the runs */
	bool		 bullet;	/* the label is its symbol */
	bool		 goes_on;	/* in the item before: a list without a
					 * symbol */
	struct runs	 runs;
	struct runs	 caption;	/* of a figure or table, or empty */
	bool		 has_caption;
	str		 caption_number; /* as typed, “3”, or empty */
	size_t		 number_printed; /* of its caption, by matbu */
	str		 bookmarks;	/* names with a blank before each */
	struct table	*table;
	unsigned	 number;	/* ¶, in the part */
	str		 id;		/* its anchor, where a link may go */
	struct block	*next;
};

struct blocks {
	struct block	*first;
	struct block	*last;
};

enum cell_merge { CELL_OWN, CELL_CONTINUES };

struct cell {
	struct blocks	 blocks;
	size_t		 column;	/* from 0 */
	size_t		 columns;	/* that it takes */
	enum cell_merge	 merge;		/* with the cell above */
	struct cell	*next;
};

struct table_row {
	struct cell	*first;
	struct cell	*last;
	bool		 header;
	struct table_row	*next;
};

struct table {
	struct table_row	*first;
	struct table_row	*last;
	size_t		 columns;
	unsigned	*widths;	/* of each column; all 0: unknown */
	bool		 made;		/* by import/grid.h */
};

/* Each adds an empty one at the end, in arena. */
struct run	*blocks_run(struct arena *, struct runs *, enum run_kind);
struct block	*blocks_add(struct arena *, struct blocks *, enum said);
struct table_row	*blocks_row(struct arena *, struct table *);
struct cell	*blocks_cell(struct arena *, struct table_row *);
/* Adds a text (borrowed), unless it is empty. */
void	 blocks_text(struct arena *, struct runs *, str text, unsigned look,
	    str link);
/* Joins texts that look the same. */
void	 blocks_join(struct arena *, struct runs *);
/* The characters of the runs, in arena; breaks and pictures are blanks. */
str	 blocks_words(struct arena *, const struct runs *);
/* The characters of the paragraphs, each on a line, in arena; all that is no
 * text ends a line. */
str	 blocks_lines(struct arena *, const struct blocks *);
/* Whether there is nothing but blanks. */
bool	 blocks_are_blank(const struct runs *);
/* Takes that many bytes from the beginning of the texts. */
void	 blocks_skip(struct runs *, size_t bytes);

#endif
