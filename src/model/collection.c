/* SPDX-License-Identifier: ISC */
#include "model/collection.h"

#include <assert.h>

#include "model/earlier.h"

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

/* Returns whether the work sorts before every “FOLDER/…”. */
static bool
is_before(str work, str folder)
{
	int c = str_cmp(str_upto(work, folder.len), folder);

	return c != 0 ? c < 0 : work.len == folder.len ||
	    work.p[folder.len] < '/';
}

const struct card *
collection_below(const struct collection *c, str folder)
{
	size_t low = 0, high = c->num_cards, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (is_before(c->cards[middle].ident->work, folder))
			low = middle + 1;
		else
			high = middle;
	}
	return c->cards + low;
}

static bool
is_same_work(const struct card *card, ptrdiff_t distance)
{
	return str_eq(card[distance].ident->work, card->ident->work);
}

/* Returns how many cards of the same work stand on one side (1 or -1) of the
 * card, where room cards are: those of a work stand together. */
static size_t
count_side(const struct card *card, ptrdiff_t side, ptrdiff_t room)
{
	ptrdiff_t step = 1, num = 0;

	while (step <= room && is_same_work(card, side * step))
		step *= 2;
	for (; step != 0; step /= 2)
		if (num + step <= room &&
		    is_same_work(card, side * (num + step)))
			num += step;
	return (size_t)num;
}

const struct card *
collection_first(const struct collection *c, const struct card *card)
{
	return card - count_side(card, -1, card - c->cards);
}

struct date
collection_published(const struct collection *c, const struct card *card,
    const struct earlier *earlier)
{
	return earlier != NULL ? earlier->date :
	    collection_first(c, card)->ident->date;
}

struct date
collection_revised(const struct collection *c, const struct card *card,
    const struct earlier *earlier)
{
	return earlier == NULL && collection_first(c, card) == card ?
	    (struct date){ 0, 0, 0 } : card->ident->date;
}

static const struct card *
last_of(const struct collection *c, const struct card *card)
{
	return card + count_side(card, 1, c->cards + c->num_cards - card - 1);
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
	const struct card *last = last_of(c, card), *newest;

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

const struct card *
collection_compared(const struct collection *c, const struct card *card)
{
	const struct card *before = c->controlled ? collection_before(c,
	    card) : card != collection_first(c, card) ? card - 1 : NULL;

	return before != NULL && !before->status.erased &&
	    !card->status.erased ? before : NULL;
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

struct sourced
collection_declared(const struct collection *c, const struct sourced *own,
    str folder, size_t i)
{
	const struct folder_card *f;

	if (own != NULL && own[i].text.len != 0)
		return own[i];
	for (;; folder = collection_above(folder)) {
		f = collection_folder(c, folder);
		if (f->declared != NULL && f->declared[i].text.len != 0)
			return f->declared[i];
		if (folder.len == 0)
			return (struct sourced){ .text = S("") };
	}
}

struct sourced
collection_number(const struct collection *c, const struct sourced *own,
    str folder)
{
	size_t i;

	if (!header_row_find(&c->header_rows, S("number"), &i))
		return (struct sourced){ .text = S("") };
	return collection_declared(c, own, folder, i);
}
