/* SPDX-License-Identifier: ISC
 *
 * builder: puts lines and paragraphs into strips, one after the other. For
 * the files that lay out blocks.
 */
#ifndef LAYOUT_BUILDER_H
#define LAYOUT_BUILDER_H

#include "layout/job.h"
#include "model/dom.h"

struct text_lines;

/* Where blocks are put: a column with the style of its text. */
struct area {
	double			 left, width;
	struct pdf_tag		*tag;		/* the parent of their tags */
	const struct style	*style;
	double			 gap;		/* between two blocks */
	const struct band	*band;
};

struct builder {
	struct layout_job	*job;
	struct strips		*to;
	double			 space;		/* minimum before the next
						 * block */
	unsigned		 owed;		/* number of next strips that
						 * stay with the heading */
	bool			 has_heads;	/* headings end the strips: */
	struct strip		*before_heads;	/* the one before them, or
						 * NULL */
	int			 depth;		/* how many lists with bullets
						 * are around */
	unsigned		 level;		/* how many lists are around */
	double			 tab;		/* where blanks begin, up to */
	const node		*tab_last;	/* this paragraph; or NULL */
	bool			 bound;		/* if a figure or table follows,
						 * nothing passes it */
};

/* Appends a strip, with the space before it that builder_space() collected
 * [pt]. */
struct strip	*builder_strip(struct builder *, const struct area *);
/* A heading before needs no more strips: another heading follows. */
void		 builder_owes_no_more(struct builder *);
/* Before the next block there is at least this space [pt]. */
void		 builder_space(struct builder *, double space);
/* The next strips are a heading's: a block after it may turn them. */
void		 builder_heads(struct builder *);
/* Appends the lines of a paragraph, without widow or orphan; returns the
 * first strip, or NULL where there is no line. */
struct strip	*builder_lines(struct builder *, const struct area *,
		    const struct text_lines *);
/* Makes the item, if it has an id, a destination: at the first strip after
 * last (NULL: of all). */
void		 builder_destination(struct builder *, const struct strip *last,
		    const struct item *);
/* Appends a paragraph whose words go below the tag. */
void		 builder_paragraph(struct builder *, const struct area *,
		    const node *, struct pdf_tag *);
/* Whether the first frame of the strip is a line of text. */
bool		 builder_has_line(const struct strip *);
/* A label beside blocks that do not begin with text: builder_label() makes its
 * strip before the blocks are put; builder_label_line() puts its line at x [pt]
 * after that. */
struct strip	*builder_label(struct builder *, const struct area *);
void		 builder_label_line(struct builder *, struct strip *,
		    const struct frame *, double x);

#endif
