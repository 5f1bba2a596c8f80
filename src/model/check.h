/* SPDX-License-Identifier: ISC
 *
 * check: the checks of a document between source and renderer. Each rule is one
 * function and one row of messages.def.
 */
#ifndef MODEL_CHECK_H
#define MODEL_CHECK_H

#include "model/doc.h"

/* Needs anchor, xref and picture before it. Reports faults. */
void	check_doc(struct doc *);
/* Whether a heading is longer than DOC_HEADING_LIMIT: its references repeat it,
 * and the document takes far more time to lay out than its source is long. */
bool	check_has_long_heading(const struct doc *);

#endif
