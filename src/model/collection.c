/* SPDX-License-Identifier: ISC */
#include "model/collection.h"

#include <assert.h>

const struct folder_card *
collection_folder(const struct collection *c, str path)
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

const struct card *
collection_at_address(const struct collection *c, const struct card *card)
{
	const struct card *last = card, *newest;

	while (!collection_is_newest(c, last))
		last++;
	if (!c->controlled || last->status.released)
		return last;
	newest = collection_before(c, last);
	return newest != NULL ? newest : last;
}

const struct card *
collection_before(const struct collection *c, const struct card *card)
{
	const struct card *first = collection_first(c, card);

	while (card != first)
		if ((--card)->status.released)
			return card;
	return NULL;
}

const struct card *
collection_after(const struct collection *c, const struct card *card)
{
	while (!collection_is_newest(c, card))
		if ((++card)->status.released)
			return card;
	return NULL;
}

bool
collection_is_shown(const struct collection *c, const struct card *card)
{
	return !c->controlled || collection_at_address(c,
	    card)->status.released;
}

str
collection_above(str path)
{
	size_t slash = str_rfind(path, '/');

	return slash != path.len ? str_upto(path, slash) : S("");
}

struct sourced
collection_contact(const struct collection *c, str path)
{
	for (;;) {
		const struct folder_card *f = collection_folder(c, path);

		if (f->contact.text.len != 0 || path.len == 0)
			return f->contact;
		path = collection_above(path);
	}
}
