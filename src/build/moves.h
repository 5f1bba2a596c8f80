/* SPDX-License-Identifier: ISC
 *
 * moves: released editions whose files lie under another path, because a
 * folder or a file was renamed. The register has them at the old path, which
 * is their identity; the new one looks like a draft.
 */
#ifndef BUILD_MOVES_H
#define BUILD_MOVES_H

#include "build/input.h"

struct moves;

/* Finds the released editions without a source. In the arena of in, which is
 * borrowed. */
struct moves	*moves_open(struct input *);
/* Returns whether edition i, which has no row, has the source or the record of
 * a missing edition. Threads may call it for different editions;
 * used are its pictures. */
bool		 moves_find(struct moves *, struct arena *temp, size_t i,
		    str text, const struct strings *used);
/* Reports the missing editions: where they lie now, or that they are gone. In
 * a run of the whole collection a renamed folder is reported once. */
void		 moves_report(struct moves *);

#endif
