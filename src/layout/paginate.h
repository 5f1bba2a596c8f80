/* SPDX-License-Identifier: ISC
 *
 * pdf_flow: puts strips on sheets. A sheet is filled from above by groups of
 * strips that belong together; footnotes stand at the foot of the sheet that
 * refers to them, a long one goes on at the foot of the next. A figure that
 * does not fit waits for the next sheet while text of its section moves up.
 */
#ifndef LAYOUT_PAGINATE_H
#define LAYOUT_PAGINATE_H

#include "layout/frame.h"

struct pdf_placed {
	const struct pdf_strip	*strip;
	double			 y;		/* from the sheet's upper edge */
	bool			 repeated;	/* a table's head, once more */
	size_t			 note;		/* its place at the foot */
	struct pdf_placed	*next;
};

struct pdf_leaf {
	struct pdf_placed	*body, **body_tail;
	struct pdf_placed	*foot, **foot_tail;
	double			 foot_top;	/* of the notes; 0: none */
	struct pdf_leaf		*next;
};

struct pdf_layout {
	struct pdf_leaf	*first;
	unsigned	 num;			/* sheets, at least one */
};

/* first_top: where text begins on the first sheet. Changes the order of
 * job->body where text passes a figure. */
struct pdf_layout pdf_flow(struct pdf_job *, double first_top);

#endif
