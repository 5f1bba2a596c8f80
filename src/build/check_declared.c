/* SPDX-License-Identifier: ISC */
#include "build/check_declared.h"

#include "base/arena.h"
#include "base/path.h"
#include "base/sink.h"
#include "base/turkish.h"

/* Two works that have the same value; other is NULL where one alone has it. */
struct holders {
	const struct card	*first;
	const struct card	*other;
};

struct checker {
	struct input	*in;
	size_t		 row;
	str		 name;
	bool		 is_number;
	struct map	 holders;	/* value -> struct holders */
};

static str
value_in(const struct checker *k, const struct card *card)
{
	return card->declared != NULL ? card->declared[k->row].text : S("");
}

/* The value without spaces and in small letters, where every i is one. */
static str
folded(struct arena *a, str value)
{
	struct sink k = { 0 };
	uint32_t c;
	size_t len;

	for (; value.len != 0; value = str_from(value, len)) {
		c = turkish_lower(str_rune(value, &len));
		if (c == 0x131)
			c = 'i';
		if (c != ' ')
			sink_rune(&k, c);
	}
	return sink_take(&k, a);
}

static bool
is_same_work(const struct card *a, const struct card *b)
{
	return str_eq(a->ident->work, b->ident->work);
}

static void
hold(struct checker *k, const struct card *card)
{
	struct map_slot *slot = map_slot(&k->holders, folded(k->in->arena,
	    value_in(k, card)));
	struct holders *h = slot->value;

	if (h == NULL) {
		slot->value = h = arena_new_of(k->in->arena, struct holders);
		h->first = card;
	} else if (!is_same_work(h->first, card))
		h->other = card;
}

/* Reports that a card's value is not its own, or not that of the edition
 * before. */
static void
report(struct checker *k, enum diag id, const struct card *card,
    const struct card *other)
{
	struct input *in = k->in;

	diag(in->diags, id, card->declared[k->row].place.pos,
	    path_file(in->arena, in->tree.root, card->ident->edition,
	    S(".md")), k->name, value_in(k, other),
	    path_file(in->arena, in->tree.root, other->ident->edition,
	    S(".md")));
}

static void
check_card(struct checker *k, const struct card *card,
    const struct card *before)
{
	str value = folded(k->in->arena, value_in(k, card));
	const struct holders *h = map_find(&k->holders, value)->value;

	if (h->other != NULL)
		report(k, DIAG_ROW_DUPLICATE, card, is_same_work(h->first, card) ?
		    h->other : h->first);
	if (k->is_number && before != NULL && is_same_work(before, card) &&
	    !str_eq(value, folded(k->in->arena, value_in(k, before))))
		report(k, DIAG_ROW_CHANGED, card, before);
}

static void
check_row(struct input *in, size_t row)
{
	const struct collection *c = &in->collection;
	const struct card *card, *before = NULL;
	struct checker k = { .in = in, .row = row,
	    .name = c->header_rows.rows[row].names[c->lang],
	    .is_number = c->header_rows.rows[row].row == HEADER_ROW_NUMBER,
	    .holders = map_make(in->arena) };

	for (card = c->cards; card < c->cards + c->num_cards; card++)
		if (value_in(&k, card).len != 0)
			hold(&k, card);
	for (card = c->cards; card < c->cards + c->num_cards; card++)
		if (value_in(&k, card).len != 0) {
			check_card(&k, card, before);
			before = card;
		}
}

void
check_declared(struct input *in)
{
	const struct header_rows *h = &in->collection.header_rows;
	size_t i;

	for (i = 0; i < h->num; i++)
		if (h->rows[i].unique)
			check_row(in, i);
}
