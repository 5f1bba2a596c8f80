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

struct strings
strings_beginning(const struct strings *list, str start)
{
	size_t low = 0, high = list->num, middle, end;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (str_cmp(list->items[middle], start) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (end = low; end < list->num &&
	    str_starts(list->items[end], start); end++)
		;
	/* An empty list has no array to point into. */
	return end == low ? (struct strings){ NULL, 0 } :
	    (struct strings){ list->items + low, end - low };
}
