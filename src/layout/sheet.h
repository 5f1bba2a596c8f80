/* SPDX-License-Identifier: ISC
 *
 * sheet: strips and where they stand on the sheets. Lengths are [pt].
 */
#ifndef LAYOUT_SHEET_H
#define LAYOUT_SHEET_H

#include "layout/frame.h"

struct placed_strip {
	const struct strip	*strip;
	double			 y;	/* from the sheet's upper edge */
	bool			 repeated;	/* a table's head, again */
	size_t			 footnote;	/* number of its footnote */
	struct placed_strip	*next;
};

struct sheet {
	struct placed_strip	*body, **body_tail;
	struct placed_strip	*footnotes, **footnotes_tail;
	double			 footnotes_top;	/* their upper edge; 0: none */
	bool			 turned;	/* landscape */
	struct sheet		*next;
};

struct sheet_list {
	struct sheet	*first;
	unsigned	 num;			/* of sheets, at least one */
};

#endif
