/* SPDX-License-Identifier: ISC
 *
 * form_check: blanks of a form that are no fields.
 */
#ifndef MODEL_FORM_CHECK_H
#define MODEL_FORM_CHECK_H

#include "model/dom.h"

/* Reports blanks that are typed as dots or underscores, in a document with
 * fields. */
void	form_check_text(struct doc *, const node *text);

#endif
