/* SPDX-License-Identifier: ISC
 *
 * block: makes the strips of a document's blocks, in source order, with
 * their tags.
 */
#ifndef LAYOUT_BLOCK_H
#define LAYOUT_BLOCK_H

#include "layout/builder.h"

/* Lays out the whole document into job->body and job->footnotes. */
void	block_document(struct layout_job *);
/* Appends a block with all that is in it. */
void	block_put(struct builder *, const struct area *, const node *);

#endif
