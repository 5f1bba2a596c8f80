/* SPDX-License-Identifier: ISC
 *
 * pipe_tree: puts tables into the tree: a cell of zero bytes (“||”) widens the
 * one before it, “^^” continues the one above. For body.
 */
#ifndef SOURCE_PIPE_TREE_H
#define SOURCE_PIPE_TREE_H

#include "source/inline.h"
#include "source/pipe_table.h"

/* Puts the table below to, from its block quote, which is NULL if an open code
 * block contains it. A paragraph “Tablo: …” before it becomes its caption.
 * Reports rows with too many cells, and cells that have none to join. */
void	pipe_tree_put(const struct pipe_table *, struct inlines *,
	    markdown *quote, struct _xmlNode *to);

#endif
