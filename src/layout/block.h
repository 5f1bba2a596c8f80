/* SPDX-License-Identifier: ISC
 *
 * block: the blocks of a document as strips, in source order, with
 * their tags. Figures are figure's, tables pdf_table's.
 */
#ifndef LAYOUT_BLOCK_H
#define LAYOUT_BLOCK_H

#include "layout/text.h"

/* Where blocks are put: a column with the style of its text. */
struct area {
	double			 left, width;
	struct pdf_tag		*tag;		/* their parent */
	const struct style	*style;
	double			 gap;		/* between two blocks */
	const struct band	*band;
};

struct builder {
	struct layout_job	*job;
	struct strips		*to;
	double			 space;		/* that the next block keeps to
						 * the one before */
	unsigned		 owed;	/* strips that a heading keeps */
	unsigned		 kept;	/* lines of headings, in a row */
	int			 depth;		/* of lists of bullets */
	unsigned		 level;		/* of lists */
	bool			 bound;		/* a figure is not passed */
};

/* All of the document: job->body and job->notes. */
void	block_document(struct layout_job *);

/* --- For block, figure and generated --- */

/* A strip behind the last, with the space that is due before it. */
struct strip *builder_strip(struct builder *, const struct area *);
/* At least this space before the next block. */
void	builder_space(struct builder *, double space);
/* The lines of a paragraph, no widow, no orphan; returns the first strip,
 * or NULL where there is none. */
struct strip *builder_lines(struct builder *,
	    const struct area *, const struct text_lines *);
void	block_put(struct builder *, const struct area *,
	    const struct _xmlNode *);

/* A paragraph whose words go below the tag. */
void	builder_paragraph(struct builder *, const struct area *,
	    const struct _xmlNode *, struct pdf_tag *);
/* Whether a line of text stands at the very head of the strip. */
bool	builder_has_line(const struct strip *);
/* A label at x beside what does not begin with text: its strip, before the
 * blocks are put; then, when they are, its line. */
struct strip *builder_label(struct builder *, const struct area *);
void	builder_label_line(struct builder *, struct strip *,
	    const struct frame *, double x);

void	list_put(struct builder *, const struct area *,
	    const struct _xmlNode *);
/* The label of entries in so many lists of bullets; static. */
str	list_bullet(int depth);
/* A figure with its caption: one strip. */
void	figure_put(struct builder *, const struct area *,
	    const struct _xmlNode *);
/* Makes the picture of a figure smaller, so that its strip is as high as
 * room [pt]; false where too little would be left of it. */
bool	figure_shrink(struct strip *, double room);

#endif
