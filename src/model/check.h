/* SPDX-License-Identifier: ISC
 *
 * check: the rules about a document that is read, between source and press.
 * Each rule is one function and one row of messages.def.
 */
#ifndef MODEL_CHECK_H
#define MODEL_CHECK_H

#include "model/doc.h"

/* After anchor, xref and picture. Faults are told. */
void	check_doc(struct doc *);

#endif
