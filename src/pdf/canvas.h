/* SPDX-License-Identifier: ISC
 *
 * pdf_canvas: what pdf_page, pdf_pen and pdf_link share of the sheet that is
 * being painted. Nobody else includes it.
 */
#ifndef PDF_CANVAS_H
#define PDF_CANVAS_H

#include "pdf/page.h"

enum { PDF_NO_FONT = -1, PDF_NO_COLOUR = -1 };

/* What is painted belongs to a leaf or is an artifact; wanted is written
 * down when something is painted, so that no mark is empty. */
struct pdf_canvas_mark {
	struct pdf_tag		*leaf;
	enum pdf_artifact	 artifact;	/* where leaf is NULL */
	bool			 is_set;
};

struct pdf_page {
	unsigned	 index;			/* from 0 */
	unsigned	 object;
	unsigned	 parents;		/* StructParents */
	double		 width;			/* [pt] */
	double		 height;		/* [pt] */
	struct sink	 content;
	struct sink	 annotations;		/* references */
	struct pdf_canvas_mark wanted;
	struct pdf_canvas_mark open;
	bool		 in_text;		/* BT */
	bool		 in_array;		/* [ of TJ */
	bool		 in_string;		/* ( */
	unsigned	 codes;			/* in the string */
	long		 font;			/* in effect, as are the next */
	long		 size;			/* [pt/100] */
	long		 colour;
	double		 x;			/* [pt] the pen */
	double		 y;			/* [pt] upwards */
	bool		 moved;
	double		 shift;			/* [em/1000] still to be made */
	long		 line_x;		/* [pt/100] of the last Td */
	long		 line_y;
	long		 rise;			/* [pt/100] */
	long		 scale;			/* Tz - 100 % [%/100] */
	long		 wanted_scale;
};

/* Before anything is painted: the mark that is wanted is the open one. */
struct pdf_page	*pdf_canvas_enter(struct pdf *);
/* The same; no text is open, and shapes are filled with the colour. */
struct pdf_page	*pdf_canvas_enter_shape(struct pdf *, unsigned colour);
/* Each closes the ones before it: “( … )”, “[ … ]TJ”, the text, the mark. */
void		pdf_canvas_end_string(struct pdf_page *);
void		pdf_canvas_end_array(struct pdf_page *);
void		pdf_canvas_end_text(struct pdf_page *);
void		pdf_canvas_end_mark(struct pdf_page *);
void		pdf_canvas_colour(struct pdf_page *, unsigned colour);
/* A colour and its operator: that for grey, or that for RGB. */
void		pdf_canvas_put_colour(struct sink *, unsigned colour, const char *grey,
	    const char *rgb);
/* [pt] as [pt/100] */
long		pdf_canvas_hundredths(double);
void		pdf_canvas_length(struct sink *, double);
/* y counted downwards from the upper edge, as PDF has it. */
double		pdf_canvas_upwards(const struct pdf_page *, double y);

#endif
