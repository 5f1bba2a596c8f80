/* SPDX-License-Identifier: ISC
 *
 * pdf_canvas: the open page, which page, pen and link share. Only files of
 * pdf/ include it.
 */
#ifndef PDF_CANVAS_H
#define PDF_CANVAS_H

#include "pdf/pdf.h"

enum { PDF_NO_FONT = -1, PDF_NO_COLOUR = -1 };

/* What is painted belongs to a content of the structure tree or is an
 * artifact. The wanted mark is written when something is painted, so that no
 * mark is empty. */
struct pdf_canvas_mark {
	struct pdf_tag		*content;
	enum pdf_artifact	 artifact;	/* where content is NULL */
	bool			 is_set;
};

struct pdf_page {
	unsigned	 index;			/* from 0 */
	unsigned	 object;
	unsigned	 parents;		/* StructParents */
	double		 width;			/* [pt] */
	double		 height;		/* [pt] */
	bool		 turned;		/* pdf_page_turn() */
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
	double		 shift;			/* [em/1000] not yet written */
	long		 line_x;		/* [pt/100] of the last Td */
	long		 line_y;
	long		 rise;			/* [pt/100] */
	long		 scale;			/* Tz - 100 % [%/100] */
	long		 wanted_scale;
};

/* Called before anything is painted: opens the wanted mark. */
struct pdf_page	*pdf_canvas_enter(struct pdf *);
/* The same; also ends the text and sets the colour that fills shapes. */
struct pdf_page	*pdf_canvas_enter_shape(struct pdf *, unsigned colour);
/* Each closes the ones before it: “( … )”, “[ … ]TJ”, the text, the mark. */
void		pdf_canvas_end_string(struct pdf_page *);
void		pdf_canvas_end_array(struct pdf_page *);
void		pdf_canvas_end_text(struct pdf_page *);
void		pdf_canvas_end_mark(struct pdf_page *);
void		pdf_canvas_colour(struct pdf_page *, unsigned colour);
/* [pt] as [pt/100] */
long		pdf_canvas_hundredths(double);
void		pdf_canvas_length(struct sink *, double);
/* The y of PDF, counted upwards, of a y counted downwards from the upper
 * edge. */
double		pdf_canvas_upwards(const struct pdf_page *, double y);
/* The rectangle on the paper: left, lower, right and upper edge. */
void		pdf_canvas_box(const struct pdf_page *, double x, double y,
		    double width, double height, double box[4]);

#endif
