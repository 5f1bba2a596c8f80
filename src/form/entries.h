/* SPDX-License-Identifier: ISC
 *
 * entries: the fields of a PDF from an unknown source, and their values (ISO
 * 32000-1, 12.7).
 */
#ifndef FORM_ENTRIES_H
#define FORM_ENTRIES_H

#include "register/foreign_pdf.h"

enum entry_kind { ENTRY_TEXT, ENTRY_CHOICE, ENTRY_BOX, ENTRY_BUTTONS,
	ENTRY_SIGNATURE };

/* Flags of a field (12.7.3, tables 221, 226, 228, 230). */
enum { ENTRY_READ_ONLY = 1, ENTRY_REQUIRED = 1 << 1, ENTRY_LINES = 1 << 12,
	ENTRY_RADIO = 1 << 15, ENTRY_PUSH = 1 << 16, ENTRY_COMB = 1 << 24 };

struct entry {
	enum entry_kind	 kind;
	str		 name;		/* with those above it: “a.b” */
	str		 value;		/* UTF-8; of buttons: the chosen one;
					 * line ends as they are */
	bool		 on;		/* a ticked box, a signed signature */
	size_t		 flags;
	size_t		 length;	/* [character]; 0: any */
	str		 object;	/* “12 0 R”; empty: it is no object */
	const struct json *field;
	const struct json *options;	/* the list of a choice, or NULL */
};

struct entries {
	struct entry	*items;		/* in the form's order */
	size_t		 num;
	size_t		 signatures;	/* that have a value */
	bool		 has_xfa;	/* fields of another technique */
};

/* Reads the fields, in the arena. Leaves out broken fields and endless chains
 * of parents. Fields with the same name become one. file: the bytes of the PDF,
 * needed where a value is a stream. */
void	entries_read(struct entries *, struct arena *,
	    const struct foreign_pdf *, str file);

#endif
