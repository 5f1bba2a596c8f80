/* SPDX-License-Identifier: ISC
 *
 * fields: Word's fields (a code and its result), form fields of both sorts, and
 * content controls.
 */
#ifndef IMPORT_FIELDS_H
#define IMPORT_FIELDS_H

#include "import/reading.h"

/* Takes a w:fldChar: a field begins, its result begins, it ends. */
void	fields_mark(struct reading *, const struct element *, struct runs *);
/* Begins, and ends, the field whose code is in an attribute. */
void	fields_begin(struct reading *, str code, struct runs *);
void	fields_end(struct reading *);
/* Takes a piece of a code. */
void	fields_code(struct reading *, str);
/* Whether what is read now is a code. */
bool	fields_in_code(const struct reading *);
/* The address to which the result of a field leads; empty where none does. */
str	fields_link(const struct reading *);
/* A content control: adds a field or box in its place and returns true, or
 * returns false where its content is text. */
bool	fields_control(struct reading *, const struct element *, struct runs *);
/* Whether a content control holds a table of contents. */
bool	fields_is_contents(const struct element *control);

#endif
