/* SPDX-License-Identifier: ISC
 *
 * source: reads a Markdown file into a document. The order of the stages:
 * source_text, front_matter, body.
 */
#ifndef SOURCE_SOURCE_H
#define SOURCE_SOURCE_H

#include "source/front_matter.h"

/* Reads doc->path. The caller sets doc->arena, diags, path, lang and
 * dialect before.
 * Makes the tree, which is empty if the file could not be read. Reports
 * faults. */
void	source_read(struct doc *, enum front_matter_kind);

#endif
