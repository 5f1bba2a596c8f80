/* SPDX-License-Identifier: ISC
 *
 * blanks: what a form leaves open by dots, lines and boxes becomes fields.
 */
#ifndef IMPORT_BLANKS_H
#define IMPORT_BLANKS_H

#include "import/blocks.h"
#include "import/losses.h"

/* Changes the runs of the blocks and of the cells in them. A blank without a
 * text before it, outside a table, stays as it is. */
void	blanks_find(struct arena *, struct blocks *, struct losses *);

#endif
