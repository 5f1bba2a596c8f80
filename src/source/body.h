/* SPDX-License-Identifier: ISC
 *
 * body: what follows the front matter, into the document's tree: its blocks,
 * as CommonMark reads them, its tables and its footnotes. Last stage of
 * source/.
 */
#ifndef SOURCE_BODY_H
#define SOURCE_BODY_H

#include "model/doc.h"

/* Builds doc->tree from the part of doc->text after the first lines, which
 * are front matter. Faults are told; the tree is whole all the same. */
void	body_read(struct doc *, unsigned lines);

#endif
