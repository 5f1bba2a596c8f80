/* SPDX-License-Identifier: ISC
 *
 * list_form: lines that look like list items but are none: “• x”, “– x”, “-x”,
 * “a. x”, “a- x”, “a)x”, “1.x”, and a marker before a no-break space. Part of
 * check.
 */
#ifndef MODEL_LIST_FORM_H
#define MODEL_LIST_FORM_H

#include "model/dom.h"

/* Reports, with the marker that makes a list, the first line of each form: at
 * the paragraph's start, below a line that ends in a colon or semicolon, or
 * where two lines begin so. Elsewhere it may be prose. */
void	list_form_check(struct doc *, const node *paragraph);

#endif
