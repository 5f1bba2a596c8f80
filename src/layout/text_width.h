/* SPDX-License-Identifier: ISC
 *
 * text_width: how narrow and how wide a text can be set, for the columns of
 * tables. All widths are in [pt].
 */
#ifndef LAYOUT_TEXT_WIDTH_H
#define LAYOUT_TEXT_WIDTH_H

#include <stdbool.h>

struct text;

/* The width of its widest piece that cannot be broken without a hyphen: mostly
 * its widest word. */
double	text_width_minimum(const struct text *);
/* The width of its widest piece that cannot be broken, even with a hyphen. In
 * a column of this width no syllable is torn. */
double	text_width_unbreakable(const struct text *);
/* The width of all of it in one line. */
double	text_width_maximum(const struct text *);
/* Whether it has a blank that takes what is left of its line. */
bool	text_width_grows(const struct text *);

/* Makes all of it smaller (factor < 1) or larger, its lines too; afterwards
 * nothing may be appended. */
void	text_width_scale(struct text *, double factor);
/* Where the blanks of the text begin: behind the widest label of its lines, as
 * far as these may align; 0: nowhere. */
double	text_width_tab(const struct text *, double width);

#endif
