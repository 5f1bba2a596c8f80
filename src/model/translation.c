/* SPDX-License-Identifier: ISC */
#include "model/translation.h"

static bool
may_be(const struct card *card, const struct card *original)
{
	return original->translation_of.len == 0 &&
	    !str_eq(original->ident->work, card->ident->work);
}

static const struct card *
original_of(const struct collection *c, const struct card *card)
{
	const struct map_slot *slot;

	if (card->translation_of.len == 0)
		return NULL;
	slot = map_find(&c->names, card->translation_of);
	return slot != NULL && slot->number == NAME_EDITION &&
	    may_be(card, slot->value) ? slot->value : NULL;
}

void
translation_find(struct collection *c)
{
	size_t i;

	for (i = 0; i < c->num_cards; i++)
		c->cards[i].original = original_of(c, &c->cards[i]);
}

const struct card *
translation_now(const struct collection *c, const struct card *card)
{
	return collection_at_address(c, card->original);
}

enum translation_lag
translation_lag(const struct collection *c, const struct card *card)
{
	const struct card *now;

	if (card->original == NULL)
		return TRANSLATION_CURRENT;
	now = translation_now(c, card);
	if (now->status.state == STATE_WITHDRAWN)
		return TRANSLATION_WITHDRAWN;
	return now->ident->revision > card->original->ident->revision ?
	    TRANSLATION_BEHIND : TRANSLATION_CURRENT;
}
