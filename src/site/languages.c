/* SPDX-License-Identifier: ISC */
#include "site/languages.h"

#include <stdlib.h>

#include "base/arena.h"
#include "model/translation.h"
#include "site/referrers.h"

/* A work and a translation of it; both cards are at their addresses. */
struct pair {
	const struct card	*original;
	const struct card	*card;
};

static size_t
list_pairs(const struct collection *c, struct pair *pairs)
{
	const struct card *card = c->cards, *end = card + c->num_cards;
	size_t num = 0;

	for (; card != end; card++) {
		if (card->original == NULL ||
		    collection_at_address(c, card) != card)
			continue;
		if (pairs != NULL)
			pairs[num] = (struct pair){ translation_now(c, card),
			    card };
		num++;
	}
	return num;
}

static int
cmp_pair(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	if (x->original != y->original)
		return x->original < y->original ? -1 : 1;
	if (x->card->lang != y->card->lang)
		return x->card->lang < y->card->lang ? -1 : 1;
	return x->card < y->card ? -1 : 1;
}

static void
add(struct html_cards *list, const struct collection *c,
    const struct card *card)
{
	if (referrers_is_read(c, card))
		list->cards[list->num++] = card;
}

/* Keeps one translation into each language; a second one is a fault. */
static size_t
drop_second(struct pair *pairs, size_t num)
{
	size_t i, kept = 0;

	for (i = 0; i < num; i++)
		if (kept == 0 ||
		    pairs[kept - 1].original != pairs[i].original ||
		    pairs[kept - 1].card->lang != pairs[i].card->lang)
			pairs[kept++] = pairs[i];
	return kept;
}

/* Gives to the original and to its num translations a list of the others. */
static void
join(struct html_cards *lists, struct arena *a, const struct collection *c,
    const struct pair *pairs, size_t num)
{
	struct html_cards *list = &lists[pairs->original - c->cards];
	size_t i, j;

	list->cards = arena_room(a, const struct card *, num);
	for (i = 0; i < num; i++)
		add(list, c, pairs[i].card);
	for (i = 0; i < num; i++) {
		list = &lists[pairs[i].card - c->cards];
		list->cards = arena_room(a, const struct card *, num);
		add(list, c, pairs->original);
		for (j = 0; j < num; j++)
			if (j != i)
				add(list, c, pairs[j].card);
	}
}

struct html_cards *
languages_make(struct arena *a, const struct collection *c)
{
	struct html_cards *lists = arena_array(a, struct html_cards,
	    c->num_cards);
	size_t i, n, num = list_pairs(c, NULL);
	struct pair *pairs = arena_array(a, struct pair, num);

	list_pairs(c, pairs);
	if (num != 0)
		qsort(pairs, num, sizeof(*pairs), cmp_pair);
	num = drop_second(pairs, num);
	for (i = 0; i < num; i += n) {
		for (n = 1; i + n < num &&
		    pairs[i + n].original == pairs[i].original; n++)
			continue;
		join(lists, a, c, pairs + i, n);
	}
	return lists;
}
