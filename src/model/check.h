/* SPDX-License-Identifier: ISC
 *
 * check: the rules about a document that is read, between source and press.
 * Each rule is one function and one row of messages.def.
 */
#ifndef CHECK_H
#define CHECK_H

#include "doc.h"

/* After anchor, xref and picture. Faults are told. */
void	check_doc(struct doc *);

#endif
