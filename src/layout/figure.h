/* SPDX-License-Identifier: ISC
 *
 * figure: a picture with its caption, scaled down where it is larger than
 * the sheet allows. paginate may put it later than its position in the text.
 */
#ifndef LAYOUT_FIGURE_H
#define LAYOUT_FIGURE_H

#include "layout/builder.h"

/* The width that the author wants, where the text has a width [pt]; or 0. */
double	figure_width(const struct item *picture, double width);
/* Appends a figure with its caption: one strip. */
void	figure_put(struct builder *, const struct area *, const node *);
/* Makes the picture of a figure smaller, so that its strip is as high as
 * room [pt]; false where the picture would become too small. */
bool	figure_shrink(struct strip *, double room);

#endif
