/* SPDX-License-Identifier: ISC */
#include "build/check_items.h"

#include <stdlib.h>

#include "base/arena.h"
#include "model/dom.h"
#include "model/item_path.h"

static int
cmp_target(const void *a, const void *b)
{
	const struct item_link *x = a, *y = b;

	if (x->target != y->target)
		return x->target < y->target ? -1 : 1;
	return str_cmp(x->link->anchor, y->link->anchor);
}

static bool
is_noted(const struct strings *items, str anchor)
{
	return items->num != 0 && str_eq(items->items[items->num - 1], anchor);
}

/* Links with the same anchor stand together. */
static void
check_link(struct input *in, struct doc *doc, struct card *card,
    const struct item_link *l)
{
	str anchor = l->link->anchor, nearest;

	if (is_noted(&card->items, anchor))
		return;
	if (item_path_exists(doc, anchor, &nearest))
		strings_add(&card->items, in->arena, anchor);
	else
		diag(in->diags, DIAG_LINK_ANCHOR, l->link->pos, l->path,
		    anchor, str_copy(in->arena, nearest));
}

/* Checks the links that lead to the first one's target; returns how many. */
static size_t
check_target(struct input *in, struct arena *a, const struct item_link *links,
    size_t num)
{
	size_t target = (size_t)(links->target - in->collection.cards), i;
	struct doc doc = input_read_edition(in, a, NULL,
	    &in->tree.editions[target]);

	for (i = 0; i < num && links[i].target == links->target; i++)
		check_link(in, &doc, &in->collection.cards[target], &links[i]);
	dom_close(&doc);
	arena_reset(a);
	return i;
}

void
check_items(struct input *in, struct item_link *links, size_t num)
{
	struct arena *a = arena_new();
	size_t i;

	if (num != 0)
		qsort(links, num, sizeof(*links), cmp_target);
	for (i = 0; i < num;)
		i += check_target(in, a, links + i, num - i);
	arena_free(a);
}
