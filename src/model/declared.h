/* SPDX-License-Identifier: ISC
 *
 * declared: the values of the rows that a collection declares. A document
 * gives them in its front matter; the index.md of a folder gives those of all
 * documents below it which give none. Values are an array with as many members
 * as the header table has rows, or NULL where there are none.
 */
#ifndef MODEL_DECLARED_H
#define MODEL_DECLARED_H

#include "model/doc.h"

/* Copies the values of a document or an index.md. */
struct sourced *declared_copy(struct arena *, const struct doc *);

#endif
