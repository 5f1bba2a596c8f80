/* SPDX-License-Identifier: ISC
 *
 * form: the fields of a document, their labels, names and groups.
 */
#ifndef MODEL_FORM_H
#define MODEL_FORM_H

#include "model/dom.h"
#include "model/field.h"

/* Lists the fields, and gives each its label, name and, where it stands in
 * “::: kurum”, its office. Turns empty cells between fields into fields, and a
 * list of buttons and the paragraph above it into a group. Reports fields
 * without a label, names that two fields have, groups of one button. Before
 * anchor_make(). */
void		 form_make(struct doc *);
/* A button of the group's list. */
const struct field *form_group(const node *group);
/* The box or button that a list's entry begins with, or NULL. */
const struct field *form_box(const node *entry);

#endif
