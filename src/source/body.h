/* SPDX-License-Identifier: ISC
 *
 * body: reads the text after the front matter into the document's tree: its
 * blocks, as CommonMark reads them, its tables and its footnotes. The last
 * stage of source/.
 */
#ifndef SOURCE_BODY_H
#define SOURCE_BODY_H

#include "model/doc.h"

/* Builds doc->tree from doc->text without its first lines, which are front
 * matter. Reports faults; the tree is complete even then. */
void	body_read(struct doc *, unsigned lines);

#endif
