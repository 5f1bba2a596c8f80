/* SPDX-License-Identifier: ISC */
#include "model/unit.h"

#include <string.h>

#include "base/arena.h"
#include "base/path.h"

static const struct unit_name *
find(const struct units *u, str name)
{
	size_t i;

	for (i = 0; i < u->num; i++)
		if (str_eq(u->items[i].name, name))
			return &u->items[i];
	return NULL;
}

bool
unit_add(struct units *u, struct arena *a, const struct unit_name *unit)
{
	struct unit_name *items;

	if (find(u, unit->name) != NULL)
		return false;
	/* Room for 8, 16, 32 …. */
	if (u->num < 8 ? u->num == 0 : (u->num & (u->num - 1)) == 0) {
		items = arena_array(a, struct unit_name, u->num < 8 ? 8 :
		    u->num * 2);
		if (u->num != 0)
			memcpy(items, u->items, u->num * sizeof(*items));
		u->items = items;
	}
	u->items[u->num++] = *unit;
	return true;
}

struct sourced
unit_title(const struct units *u, str path)
{
	const struct unit_name *unit = str_count(path, '/') == 1 ?
	    find(u, path_last(path)) : NULL;

	return unit != NULL ? unit->title : (struct sourced){ 0 };
}
