/* SPDX-License-Identifier: ISC
 *
 * list_pages: the pages that site/lists makes beside the index of each folder:
 * of units, of the parts of long lists, of the last changes.
 */
#ifndef BUILD_LIST_PAGES_H
#define BUILD_LIST_PAGES_H

#include "build/input.h"
#include "build/store.h"
#include "html/lists.h"

struct html_renderer;
struct sink;

/* What makes the pages; all of it is borrowed. */
struct list_pages {
	const struct input		*in;
	const struct html_renderer	*html;
	const struct html_lists		*lists;	/* NULL: no pages */
	struct store			*store;
};

/* Units that have a page; 0 before there are lists. */
size_t	list_pages_num_units(const struct list_pages *);
/* Announces those within the limit to the store. */
void	list_pages_plan(const struct list_pages *);
/* Put the announced pages; may be called from any thread. arena: for strings;
 * sink: for one page after the other. */
void	list_pages_put_parts(const struct list_pages *, struct arena *,
	    size_t folder, struct sink *);
void	list_pages_put_unit(const struct list_pages *, struct arena *,
	    size_t unit, struct sink *);
void	list_pages_put_changes(const struct list_pages *, struct arena *,
	    struct sink *);

#endif
