/* SPDX-License-Identifier: ISC
 *
 * list_pages: the pages that site/lists makes beside the index of each folder:
 * of units, of the parts of long lists, of the last changes.
 */
#ifndef BUILD_LIST_PAGES_H
#define BUILD_LIST_PAGES_H

#include "build/output.h"

struct sink;

/* Announces those within the limit to the store. */
void	list_pages_plan(struct output *);
/* Put the pages that were announced; from any thread. The strings that they
 * make are of the arena; the sink is used for one page after the other. */
void	list_pages_put_parts(struct output *, struct arena *, size_t folder,
	    struct sink *);
void	list_pages_put_unit(struct output *, struct arena *, size_t unit,
	    struct sink *);
void	list_pages_put_changes(struct output *, struct arena *, struct sink *);

#endif
