/* SPDX-License-Identifier: ISC */
#include "collection.h"

#include <assert.h>

const struct place *
collection_place(const struct collection *c, str path)
{
	const struct map_slot *slot = map_find(&c->names, path);

	assert(slot != NULL && slot->number == NAME_FOLDER);
	return slot->value;
}

const struct card *
collection_card(const struct collection *c, str path)
{
	const struct map_slot *slot = map_find(&c->names, path);

	return slot != NULL && (slot->number == NAME_WORK ||
	    slot->number == NAME_EDITION) ? slot->value : NULL;
}

const struct card *
collection_first(const struct collection *c, const struct card *card)
{
	while (card != c->cards &&
	    str_eq(card[-1].ident->work, card->ident->work))
		card--;
	return card;
}

bool
collection_is_newest(const struct collection *c, const struct card *card)
{
	return card + 1 == c->cards + c->num_cards ||
	    !str_eq(card[1].ident->work, card->ident->work);
}

str
collection_above(str path)
{
	size_t slash = str_rfind(path, '/');

	return slash != path.len ? str_upto(path, slash) : S("");
}

str
collection_contact(const struct collection *c, str path)
{
	for (;;) {
		const struct place *p = collection_place(c, path);

		if (p->contact.len != 0 || path.len == 0)
			return p->contact;
		path = collection_above(path);
	}
}
