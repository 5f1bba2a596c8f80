/* SPDX-License-Identifier: ISC
 *
 * field: what a reader fills in: blanks “[ ____ ]”, boxes “[ ] text” and radio
 * buttons “( ) a ( ) b”. source makes the nodes; form gives them their
 * labels and names. Strings are in the document's arena.
 *
 * The fields of an edition, in the order of its text, are doc->fields: page,
 * record, `fill` and `answers` know them from there. Radio buttons of one
 * group follow one another and have one name; a name has no other field.
 */
#ifndef MODEL_FIELD_H
#define MODEL_FIELD_H

#include "base/diags.h"
#include "base/str.h"

enum field_type {
#define X(id, turkish, english) FIELD_##id,
#include "model/field_types.def"
#undef X
};

/* The maximum length that an author may give [character]. */
enum { FIELD_LENGTH_LIMIT = 1000 };

struct field {
	enum field_type	 type;
	struct pos	 pos;
	unsigned	 length;	/* [character]; 0: any */
	bool		 required;
	bool		 ticked;	/* a box or button, at the start */
	bool		 listed;	/* a button that begins a list's entry;
					 * else of its line */
	bool		 office;	/* the institution fills it in */
	bool		 framed;	/* alone in a cell, whose rules are
					 * around it */
	bool		 own_label;	/* the label is what a KIND_LABEL
					 * shows, word for word */
	str		 name;		/* [a-z0-9-]+; a button's: its group's */
	str		 label;		/* its accessible name, of a button:
					 * “question: choice” */
	str		 hint;		/* or empty */
	str		 value;		/* of a button, by the id rule: what
					 * its group is when it is chosen */
	str		 question;	/* of a button: its group's */
	const str	*choices;	/* of a FIELD_CHOICE */
	size_t		 num_choices;
	const struct field *first;	/* of a button: that of its group */
};

struct field_list {
	struct field	**items;
	size_t		 num;
	bool		 form;		/* it has more than boxes */
};

/* Whether what is required is said before this field: of buttons, before the
 * first one of a line; that of a list is said with its question. */
bool		 field_says_star(const struct field *);
/* “date” */
const char	*field_type_name(enum field_type);
#endif
