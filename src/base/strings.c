/* SPDX-License-Identifier: ISC */
#include "base/strings.h"

#include <string.h>

#include "base/arena.h"

void
strings_add(struct strings *list, struct arena *a, str s)
{
	str *items;

	/* The capacity is the next power of two. */
	if ((list->num & (list->num - 1)) == 0) {
		items = arena_array(a, str, list->num != 0 ? list->num * 2 : 1);
		if (list->num != 0)
			memcpy(items, list->items, list->num * sizeof(*items));
		list->items = items;
	}
	list->items[list->num++] = s;
}
