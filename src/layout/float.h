/* SPDX-License-Identifier: ISC
 *
 * float: a figure that does not fit waits for the next sheet while later
 * strips pass it. Which figures wait together, and which strips may pass.
 */
#ifndef LAYOUT_FLOAT_H
#define LAYOUT_FLOAT_H

#include "layout/frame.h"

/* Returns the last of the figures that follow one another from this one on. */
struct strip	*float_last(struct strip *figure);
/* Whether the strip stands in all boxes and lists that the figure stands in,
 * and closes none of the boxes. */
bool		 float_is_beside(const struct strip *,
		    const struct strip *figure);
/* Whether both strips stand in the same box, or in a list, and the figure does
 * not: they pass it together or not at all. far: lists do not count. */
bool		 float_are_one(const struct strip *, const struct strip *,
		    const struct strip *figure, bool far);

#endif
