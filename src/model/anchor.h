/* SPDX-License-Identifier: ISC
 *
 * anchor: ids and numbers of headings, figures and tables. The rule is
 * public (README): links from outside rely on it, so it never changes.
 */
#ifndef MODEL_ANCHOR_H
#define MODEL_ANCHOR_H

#include "model/doc.h"

/* Numbers figures and captioned tables, gives every heading, figure and
 * captioned table its id, fills doc->anchors, and finds doc->title. */
void	anchor_make(struct doc *);

#endif
