/* SPDX-License-Identifier: ISC
 *
 * mark: Markdown into the document's tree. The only file that knows cmark
 * (chosen by the users; CommonMark's reference reader). Last stage of
 * source/.
 */
#ifndef MARK_H
#define MARK_H

#include "../model/doc.h"

/* Builds doc->tree from the part of doc->text after the first lines, which
 * are front matter. Faults are told; the tree is whole all the same. */
void	mark_read(struct doc *, unsigned lines);

#endif
