/* SPDX-License-Identifier: ISC
 *
 * anchor: ids and numbers of headings, figures and tables. The rule is public
 * (README) and never changes: links from outside depend on it.
 */
#ifndef MODEL_ANCHOR_H
#define MODEL_ANCHOR_H

#include "model/doc.h"

/* Makes the sections (section.h). Numbers figures and captioned tables, gives every heading, figure and
 * captioned table its id, fills doc->anchors and sets doc->title. */
void	anchor_make(struct doc *);

#endif
