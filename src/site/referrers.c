/* SPDX-License-Identifier: ISC */
#include "site/referrers.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/turkish.h"

/* A link between two works. */
struct reference {
	const struct card	*to;
	const struct card	*from;
};

bool
referrers_is_read(const struct collection *c, const struct card *card)
{
	if (card->status.erased || collection_at_address(c, card) != card)
		return false;
	return card->status.state == STATE_IN_FORCE ||
	    card->status.state == STATE_UNCONTROLLED;
}

static size_t
list_references(const struct collection *c, struct reference *all)
{
	const struct card *card = c->cards, *end = card + c->num_cards, *to;
	size_t i, num = 0;

	for (; card != end; card++) {
		if (!referrers_is_read(c, card))
			continue;
		for (i = 0; i < card->num_links; i++) {
			to = collection_card(c, card->links[i].path);
			if (to == NULL || to->ident == NULL)
				continue;
			to = collection_at_address(c, to);
			if (to == card)
				continue;
			if (all != NULL)
				all[num] = (struct reference){ to, card };
			num++;
		}
	}
	return num;
}

static int
cmp_reference(const void *a, const void *b)
{
	const struct reference *x = a, *y = b;
	int c;

	if (x->to != y->to)
		return x->to < y->to ? -1 : 1;
	c = turkish_cmp(x->from->title, y->from->title);
	return c != 0 ? c : str_cmp(x->from->ident->work,
	    y->from->ident->work);
}

struct html_cards *
referrers_make(struct arena *a, const struct collection *c)
{
	struct html_cards *lists = arena_array(a, struct html_cards,
	    c->num_cards), *list;
	size_t i, num = list_references(c, NULL);
	struct reference *all = arena_array(a, struct reference, num);
	const struct card **cards = arena_room(a, const struct card *, num);

	list_references(c, all);
	if (num != 0)
		qsort(all, num, sizeof(*all), cmp_reference);
	for (i = 0; i < num; i++) {
		list = &lists[all[i].to - c->cards];
		if (list->num == 0)
			list->cards = cards + i;
		else if (list->cards[list->num - 1] == all[i].from)
			continue;
		list->cards[list->num++] = all[i].from;
	}
	return lists;
}
