/* SPDX-License-Identifier: ISC
 *
 * typed_lists: lists whose markers were typed, and labels that the dialect has
 * not.
 */
#ifndef IMPORT_TYPED_LISTS_H
#define IMPORT_TYPED_LISTS_H

#include "import/blocks.h"
#include "import/losses.h"

/* Makes paragraphs “a) …”, “• …” items, and items with a label that is no
 * marker paragraphs that begin with it. */
void	typed_lists_find(struct arena *, struct blocks *, struct losses *);

#endif
