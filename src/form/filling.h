/* SPDX-License-Identifier: ISC
 *
 * filling: a record of ours with values in its fields: a PDF that begins with
 * the record, and that any viewer shows filled in.
 */
#ifndef FORM_FILLING_H
#define FORM_FILLING_H

#include "form/look.h"

/* Why a value cannot be put into a field. */
enum filling_fault { FILLING_FINE, FILLING_LOCKED, FILLING_SIGNATURE,
	FILLING_MARK, FILLING_CHOICE, FILLING_LINES, FILLING_LETTER,
	FILLING_LONG, FILLING_DATE, FILLING_SPACE };

struct filling {
	struct arena	*arena;
	str		 record;
	struct foreign_pdf pdf;
	struct entries	 entries;
	struct look_font font;
	struct look_box	*boxes;		/* of texts and choices */
};

struct filling_value {
	const struct entry *entry;
	str		 text;		/* UTF-8, composed; lines end with LF;
					 * of buttons and choices as in the
					 * record */
	bool		 on;		/* of a box */
};

/* Reads the record, which is borrowed, in the arena. False where it has no
 * field, or fields that are not as pdf/form.h makes them. */
bool	filling_open(struct filling *, struct arena *, str record);
/* Converts the text that somebody typed for a field; typed is not empty. On a
 * fault, *detail is the reason: a letter, the choices, a length; in the
 * arena. */
enum filling_fault filling_read(const struct filling *, struct arena *,
	    struct filling_value *, const struct entry *, str typed,
	    str *detail);
/* Puts the record and an update with the values into the empty sink. scratch:
 * for temporary memory. */
void	filling_write(const struct filling *, struct arena *scratch,
	    struct sink *, const struct filling_value *, size_t num);

#endif
