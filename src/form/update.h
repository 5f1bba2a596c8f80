/* SPDX-License-Identifier: ISC
 *
 * update: an incremental update of a record (ISO 32000-1, 7.5.6): objects
 * appended after its bytes, and a cross-reference stream that continues its
 * own.
 */
#ifndef FORM_UPDATE_H
#define FORM_UPDATE_H

#include "base/sink.h"
#include "register/foreign_pdf.h"

struct update {
	struct arena	*arena;
	const struct foreign_pdf *pdf;
	str		 record;
	struct sink	*out;		/* the record, then the objects */
	size_t		 previous;	/* where the record's table is */
	size_t		 next;		/* a number that is free */
	struct update_place *places;	/* of the objects */
	size_t		 num, cap;
};

/* Puts the record into the empty sink. pdf is the record; both are borrowed.
 * False where the record has no cross-reference stream of ours. */
bool	update_start(struct update *, struct arena *, struct sink *out,
	    const struct foreign_pdf *pdf, str record);
/* Begins a new version of an object of the record, “12 0 R”. The caller then
 * writes its value to out. */
void	update_replace(struct update *, str object);
/* Begins a new object and returns its number. The caller then writes its value
 * to out. */
size_t	update_add(struct update *);
/* Ends the object. */
void	update_close(struct update *);
/* Writes the table and the end. */
void	update_finish(struct update *);

#endif
