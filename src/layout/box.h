/* SPDX-License-Identifier: ISC
 *
 * box: bands around blocks: a background or a frame with padding inside it,
 * or a bar at the left.
 */
#ifndef LAYOUT_BOX_H
#define LAYOUT_BOX_H

#include "layout/builder.h"

/* A band as wide as the area, as the style says, without padding; bar: only a
 * bar at the left. */
struct band	*box_band(struct builder *, const struct area *,
		    const struct style *, bool bar);
/* Begins a box: the band gets its padding, and inner stands in the band.
 * Returns the strip of the upper padding, for box_end(). */
struct strip	*box_begin(struct builder *, struct area *inner, struct band *,
		    const struct style *);
/* Ends the box that began with first. A short box stays on one sheet. */
void		 box_end(struct builder *, const struct area *inner,
		    struct band *, struct strip *first, const struct style *);

#endif
