/* SPDX-License-Identifier: ISC
 *
 * form_slip: what looks like a field, box or button and is none. For
 * form_check.
 */
#ifndef MODEL_FORM_SLIP_H
#define MODEL_FORM_SLIP_H

#include "model/dom.h"

/* Whether the author wrote the byte of the text at pos as it is, without a
 * backslash. */
bool	form_slip_is_bare(const struct item *text, struct pos pos);
/* Reports boxes and buttons that stand behind their words or alone, and
 * brackets that are nearly a field. */
void	form_slip_check(struct doc *, const node *text);

#endif
