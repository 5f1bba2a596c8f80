/* SPDX-License-Identifier: ISC
 *
 * field_shape: what a field looks like in a text: “[ ____ tarih ]*”, “[x] ”,
 * “( ) ”. For field_read.
 */
#ifndef MODEL_FIELD_SHAPE_H
#define MODEL_FIELD_SHAPE_H

#include "model/doc.h"

enum field_shape {
	FIELD_SHAPE_NONE,
	FIELD_SHAPE_OK,
	FIELD_SHAPE_KIND,		/* no such kind */
	FIELD_SHAPE_LENGTH,		/* no such length */
	FIELD_SHAPE_CHOICES,		/* fewer than two choices */
	FIELD_SHAPE_CUT			/* no “]” in the line */
};

/* Reads “[ ____ kind ]” at the start of s into the field; *len is its length
 * with a “*” after it, *kind the words after the underscores. */
enum field_shape field_shape_read(struct arena *, str s, struct field *,
		    size_t *len, str *kind);
/* The same without the brackets: all of s is “ ____ kind ”, the text of a
 * link. */
enum field_shape field_shape_inside(struct arena *, str s, struct field *,
		    str *kind);
/* The length of “[ ]”, “[x]” or “[X]” (open: '['), of “( )” … (open: '(') at
 * the start of s, with a “*” after it, before a blank and text; or 0. Sets
 * whether it is ticked and required. */
size_t		 field_shape_mark(str s, char open, struct field *);
/* Whether a text may have a field: a cheap test. */
bool		 field_shape_is_possible(str s);

#endif
