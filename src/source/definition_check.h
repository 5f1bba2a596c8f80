/* SPDX-License-Identifier: ISC
 *
 * definition_check: link definitions, “[label]: address”, that no link uses.
 * They leave nothing in the tree; in the source they are published. Part of
 * body.
 */
#ifndef SOURCE_DEFINITION_CHECK_H
#define SOURCE_DEFINITION_CHECK_H

#include "source/extract.h"
#include "source/markdown.h"

/* Reports them. A definition counts as used where any link has its address. */
void	definition_check(struct doc *, const struct extract *, markdown *root);

#endif
