/* SPDX-License-Identifier: ISC
 *
 * list: lists of both sorts, one inside the other. The label stands beside
 * the first line of its entry, at the right end of its room.
 */
#ifndef LAYOUT_LIST_H
#define LAYOUT_LIST_H

#include "layout/builder.h"

/* Appends a KIND_LIST. */
void	list_put(struct builder *, const struct area *, const node *);

#endif
