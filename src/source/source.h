/* SPDX-License-Identifier: ISC
 *
 * source: a Markdown file into a document. The order of the stages: text,
 * front, body.
 */
#ifndef SOURCE_H
#define SOURCE_H

#include "source/front_matter.h"

/* Reads doc->path. doc->arena, diags, path and lang are set before; the tree
 * is there afterwards, empty where the file could not be read. */
void	source_read(struct doc *, enum front_matter_kind);

#endif
