/* SPDX-License-Identifier: ISC */
#include "register/successor.h"

#include "base/arena.h"

static const char before[] = " (yerine: ";

str
successor_note(struct arena *a, str note, str work)
{
	return str_join(a, note, str_of(before), work, S(")"));
}

str
successor_split(str note, str *successor)
{
	size_t at = str_rfind(note, '('), len = sizeof(before) - 1;
	str work;

	*successor = S("");
	if (at == 0 || !str_starts(str_from(note, at - 1), str_of(before)) ||
	    !str_ends(note, S(")")))
		return note;
	work = str_from(note, at - 1 + len);
	work.len--;
	if (!ident_is_work(work))
		return note;
	*successor = work;
	return str_upto(note, at - 1);
}

/* The card at the address of the work, or NULL. */
static const struct card *
card_of(const struct collection *c, str work)
{
	return work.len != 0 ? collection_card(c, work) : NULL;
}

static bool
is_withdrawn(const struct card *card)
{
	return card != NULL && card->status.state == STATE_WITHDRAWN;
}

bool
successor_leads(const struct collection *c, str from, str to)
{
	const struct card *card;
	size_t steps;

	for (steps = 0; steps <= c->num_cards; steps++) {
		if (str_eq(from, to))
			return true;
		card = card_of(c, from);
		if (!is_withdrawn(card))
			break;
		from = card->status.successor;
	}
	return false;
}

/* --- The end of each chain */

enum mark { UNSEEN, ON_THE_WAY, DONE };

/* What a chain that came to this card leads to. */
static const struct card *
end_at(const struct collection *c, const struct card *card,
    const enum mark *marks)
{
	if (is_withdrawn(card))
		return marks[card - c->cards] == DONE ? card->successor : NULL;
	return card != NULL && card->status.released ? card : NULL;
}

/* Walks the chain twice: to its end, or to a card whose end is known; then
 * again, to enter the end in each card. */
static void
find_end(struct collection *c, const struct card *first, enum mark *marks)
{
	const struct card *card = first, *end;
	size_t i;

	while (is_withdrawn(card) && marks[card - c->cards] == UNSEEN) {
		marks[card - c->cards] = ON_THE_WAY;
		card = card_of(c, card->status.successor);
	}
	end = end_at(c, card, marks);
	for (card = first; is_withdrawn(card) &&
	    marks[card - c->cards] == ON_THE_WAY;
	    card = card_of(c, card->status.successor)) {
		i = (size_t)(card - c->cards);
		marks[i] = DONE;
		c->cards[i].successor = end;
	}
}

void
successor_find(struct collection *c)
{
	struct arena *temp = arena_new();
	enum mark *marks = arena_array(temp, enum mark, c->num_cards);
	size_t i;

	for (i = 0; i < c->num_cards; i++)
		if (marks[i] == UNSEEN)
			find_end(c, &c->cards[i], marks);
	for (i = 0; i < c->num_cards; i++) {
		if (c->cards[i].status.state == STATE_SUPERSEDED)
			c->cards[i].successor = card_of(c,
			    c->cards[i].ident->work)->successor;
	}
	arena_free(temp);
}
