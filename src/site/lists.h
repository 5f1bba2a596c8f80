/* SPDX-License-Identifier: ISC
 *
 * lists: which works and changes the index pages list.
 */
#ifndef SITE_LISTS_H
#define SITE_LISTS_H

#include "html/lists.h"
#include "model/collection.h"
#include "register/register.h"

/* Makes the lists of a collection whose cards are complete. In the arena. */
struct html_lists	*lists_make(struct arena *, const struct collection *,
			    const struct reg *);
/* Only what the pages of documents say of others: no list of works, no change,
 * no unit. Takes no sorting of the whole collection. */
struct html_lists	*lists_alone(struct arena *, const struct collection *);

#endif
