/* SPDX-License-Identifier: ISC
 *
 * contents: the list of a document's sections, with leaders and the numbers of
 * their sheets, below the header table. Its lines are made before the text,
 * because the structure tree has the order of reading; whether a document that
 * does not say so gets the list is known after the text, and the numbers after
 * the sheets are filled.
 */
#ifndef LAYOUT_CONTENTS_H
#define LAYOUT_CONTENTS_H

#include "layout/builder.h"
#include "layout/paginate.h"

/* Makes the list if the document may get one; it stands after the strip that
 * is the builder's last one now. */
void	contents_make(struct builder *, const struct area *);
/* Puts the list into the body, or drops it. */
void	contents_decide(struct layout_job *);
/* Adds the numbers. */
void	contents_complete(struct layout_job *, const struct sheet_list *);

#endif
