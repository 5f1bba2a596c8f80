/* SPDX-License-Identifier: ISC */
#include "edition/batch.h"

bool
batch_has(const struct batch *b, const struct card *card)
{
	size_t i;

	for (i = 0; i < b->num; i++)
		if (b->cards[i] == card)
			return true;
	return false;
}

bool
batch_has_work(const struct batch *b, str work)
{
	size_t i;

	for (i = 0; i < b->num; i++)
		if (str_eq(b->cards[i]->ident->work, work))
			return true;
	return false;
}

void
batch_add(struct batch *b, const struct card *card)
{
	size_t at = b->num;

	if (batch_has(b, card))
		return;
	for (; at != 0 && b->cards[at - 1] > card; at--)
		b->cards[at] = b->cards[at - 1];
	b->cards[at] = card;
	b->num++;
}
