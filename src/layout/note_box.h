/* SPDX-License-Identifier: ISC
 *
 * note_box: a note in its box, with the sign of its kind.
 */
#ifndef LAYOUT_NOTE_BOX_H
#define LAYOUT_NOTE_BOX_H

#include "layout/builder.h"

struct note_box {
	struct area		 inner;		/* of its blocks */
	const struct style	*style;
	struct band		*band;
	struct strip		*first;
};

/* Puts the frame and the title; the note's blocks come before the end. */
struct note_box	note_box_begin(struct builder *, const struct area *,
		    const node *note);
void		note_box_end(struct builder *, const struct note_box *);

#endif
