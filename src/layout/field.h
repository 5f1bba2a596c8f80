/* SPDX-License-Identifier: ISC
 *
 * field: how much room a field takes in a line.
 */
#ifndef LAYOUT_FIELD_H
#define LAYOUT_FIELD_H

#include "layout/job.h"
#include "model/dom.h"

/* Lengths are [pt]. */
struct field_size {
	double	width;			/* at least */
	double	height;
	double	below;			/* the base line */
};

/* The room of a field in text of that size. */
struct field_size field_size(const struct layout_job *, const node *,
		    double size);
/* How much of that height is free above its box: a comb stands apart from a
 * blank in the line above. */
double		  field_lead(const struct field *);
/* Whether it is a box or button, which its label follows. */
bool		  field_is_box(const struct field *);
/* Whether it takes what is left of its line; NULL: no. */
bool		  field_grows(const struct field *);
/* What it would take beside its width, where there is room. */
double		  field_wish(const struct field *);
/* Whether it shows a place for each character. */
bool		  field_is_comb(const struct field *);

#endif
