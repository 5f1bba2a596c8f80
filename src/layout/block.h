/* SPDX-License-Identifier: ISC
 *
 * pdf_block: the blocks of a document as strips, in source order, with
 * their tags. Figures are pdf_figure's, tables pdf_table's.
 */
#ifndef LAYOUT_BLOCK_H
#define LAYOUT_BLOCK_H

#include "layout/text.h"

/* Where blocks are put: a column with the style of its text. */
struct pdf_place_in {
	double			 left, width;
	struct pdf_tag		*tag;		/* their parent */
	const struct pdf_style	*style;
	double			 gap;		/* between two blocks */
	const struct pdf_band	*band;
};

struct pdf_builder {
	struct pdf_job		*job;
	struct pdf_strips	*to;
	double			 space;		/* that the next block keeps to
						 * the one before */
	unsigned		 owed;		/* strips that a heading keeps */
	unsigned		 kept;		/* lines of headings, in a row */
	int			 depth;		/* of lists of bullets */
	unsigned		 level;		/* of lists */
	bool			 bound;		/* a figure is not passed */
};

/* All of the document: job->body and job->notes. */
void	pdf_block_document(struct pdf_job *);

/* --- For pdf_block, pdf_figure and pdf_furniture --- */

/* A strip behind the last, with the space that is due before it. */
struct pdf_strip *pdf_block_strip(struct pdf_builder *,
	    const struct pdf_place_in *);
/* At least this space before the next block. */
void	pdf_block_space(struct pdf_builder *, double space);
/* The lines of a paragraph, no widow, no orphan; returns the first strip,
 * or NULL where there is none. */
struct pdf_strip *pdf_block_lines(struct pdf_builder *,
	    const struct pdf_place_in *, const struct pdf_set *);
void	pdf_block_put(struct pdf_builder *, const struct pdf_place_in *,
	    const struct _xmlNode *);

/* A paragraph whose words go below the tag. */
void	pdf_block_paragraph(struct pdf_builder *, const struct pdf_place_in *,
	    const struct _xmlNode *, struct pdf_tag *);
/* Whether a line of text stands at the very head of the strip. */
bool	pdf_block_has_line(const struct pdf_strip *);
/* A label at x beside what does not begin with text: its strip, before the
 * blocks are put; then, when they are, its line. */
struct pdf_strip *pdf_block_label(struct pdf_builder *,
	    const struct pdf_place_in *);
void	pdf_block_label_line(struct pdf_builder *, struct pdf_strip *,
	    const struct pdf_frame *, double x);

void	pdf_list_put(struct pdf_builder *, const struct pdf_place_in *,
	    const struct _xmlNode *);
/* The label of entries in so many lists of bullets; static. */
str	pdf_list_bullet(int depth);
/* A figure with its caption: one strip. */
void	pdf_figure_put(struct pdf_builder *, const struct pdf_place_in *,
	    const struct _xmlNode *);
/* Makes the picture of a figure smaller, so that its strip is as high as
 * room [pt]; false where too little would be left of it. */
bool	pdf_figure_shrink(struct pdf_strip *, double room);

#endif
