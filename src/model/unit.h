/* SPDX-License-Identifier: ISC
 *
 * unit: the titles of units that content/index.md names once, for the unit's
 * folders in all classes.
 */
#ifndef MODEL_UNIT_H
#define MODEL_UNIT_H

#include "model/item.h"

struct unit_name {
	str		name;		/* of its folders: “bim” */
	struct sourced	title;
};

struct units {
	struct unit_name	*items;
	size_t		 num;
};

/* Adds a unit; false where it is there. The list grows in that arena only. */
bool	unit_add(struct units *, struct arena *, const struct unit_name *);
/* The title of the unit whose folder has the path (frm/bim); without text
 * where it has none here, or the path is that of no unit. */
struct sourced unit_title(const struct units *, str path);

#endif
