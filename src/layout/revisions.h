/* SPDX-License-Identifier: ISC
 *
 * revisions: the revision table at the end of a record, from a work's second
 * edition on. It takes room that the text leaves on the last sheet and never
 * another sheet; the work's page has all of it.
 */
#ifndef LAYOUT_REVISIONS_H
#define LAYOUT_REVISIONS_H

#include "layout/builder.h"

/* Lays the table out, as job->revisions. */
void		 revisions_make(const struct builder *, const struct area *);
/* The first strip of what fits into the room [pt], the space above it
 * included: the table; or its last rows and where the others are; or where the
 * table is. NULL: nothing. Called once, after the text. */
const struct strip *revisions_fit(struct layout_job *, double room);
/* Shapes a note as the revision tables of later editions will show it. */
void		 revisions_check_note(struct layout_job *,
		    struct sourced note);

#endif
