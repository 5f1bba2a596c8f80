/* SPDX-License-Identifier: ISC
 *
 * float: a figure that does not fit waits for the next sheet, and a table that
 * is turned by itself for the landscape sheet, while later strips pass it.
 * Which of them wait together, and which strips may pass. In the following,
 * such a table is a figure too.
 */
#ifndef LAYOUT_FLOAT_H
#define LAYOUT_FLOAT_H

#include "layout/frame.h"

/* Returns the last of the figures that follow one another from this one on. */
struct strip	*float_last(struct strip *figure);
/* Whether the strip may pass the figure: it stands in all boxes and lists that
 * the figure stands in, closes none of the boxes, and is nothing that keeps
 * its place among figures or tables. */
bool		 float_may_pass(const struct strip *,
		    const struct strip *figure);
/* Whether both strips stand in the same box, or in a list, and the figure does
 * not: they pass it together or not at all. far: lists do not count. */
bool		 float_are_one(const struct strip *, const struct strip *,
		    const struct strip *figure, bool far);

#endif
