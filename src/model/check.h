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

#endif
