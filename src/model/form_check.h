/* SPDX-License-Identifier: ISC
 *
 * form_check: blanks of a form that are no fields.
 */
#ifndef MODEL_FORM_CHECK_H
#define MODEL_FORM_CHECK_H

#include "model/dom.h"

/* Reports what is nearly a field, and, in a document with fields, blanks that are typed as dots or
 * underscores, and stars that make no field required. */
void	form_check_text(struct doc *, const node *text);

#endif
