/* SPDX-License-Identifier: ISC
 *
 * form_label: which words of a paragraph or cell are the label of which field.
 * Part of form.
 */
#ifndef MODEL_FORM_LABEL_H
#define MODEL_FORM_LABEL_H

#include "model/dom.h"

/* Gives the fields in the block their labels and, where these are words of it,
 * puts them below a KIND_LABEL. context: what describes a field that has no
 * words of its own; may be empty. inner: it describes the others, too. */
void	form_label(struct doc *, node *block, str context, bool inner);
/* Words without the colon and other marks at their end. */
str	form_label_trim(str);

#endif
