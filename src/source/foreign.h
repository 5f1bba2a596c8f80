/* SPDX-License-Identifier: ISC
 *
 * foreign: what is not printed as its author probably meant it: markup of other
 * dialects that stays as typed, and marks that were not meant as such.
 * foreign.def has the first. Part of body.
 */
#ifndef SOURCE_FOREIGN_H
#define SOURCE_FOREIGN_H

#include "model/doc.h"

/* Reports both in the whole tree. */
void	foreign_check(struct doc *);

#endif
