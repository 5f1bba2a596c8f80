/* SPDX-License-Identifier: ISC
 *
 * check_items: links into other documents that name no heading, figure or
 * table there: “parola#madde-3/b” names a list item.
 */
#ifndef BUILD_CHECK_ITEMS_H
#define BUILD_CHECK_ITEMS_H

#include "build/input.h"

/* A link whose target has no such anchor. */
struct item_link {
	const struct card_link	*link;
	const struct card	*target;
	str			 path;	/* of the source that links */
};

/* Records in the target cards which list items pages must give an id. Reports
 * links to items that do not exist. Reads the targets again; sorts the
 * links. */
void	check_items(struct input *, struct item_link *, size_t num);

#endif
