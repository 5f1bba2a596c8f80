/* SPDX-License-Identifier: ISC */
#include "publish/audit_state.h"

#include "base/arena.h"
#include "build/peek_titles.h"
#include "model/translation.h"
#include "register/status.h"

static size_t
index_of(const struct audit_state *s, const struct card *card)
{
	return (size_t)(card - s->ws->in.collection.cards);
}

/* --- The register */

/* A clock may have been wrong, so that rows of the day stand after one of a
 * later day: the shortest beginning that has them all. */
static void
count_rows(struct audit_state *s)
{
	const struct reg *reg = &s->ws->in.reg;
	size_t i;

	for (i = 0; i < reg->num; i++)
		if (date_cmp(row_day(&reg->rows[i]), s->day) <= 0)
			s->rows = i + 1;
}

static void
find_erased(struct audit_state *s)
{
	const struct input *in = &s->ws->in;
	const struct card *card;
	size_t i;

	for (i = 0; i < in->reg.num; i++) {
		if (in->reg.rows[i].event != EVENT_ERASE)
			continue;
		card = collection_card(&in->collection,
		    in->reg.rows[i].edition);
		if (card != NULL)
			s->erased[index_of(s, card)] = row_day(
			    &in->reg.rows[i]);
	}
}

/* --- The cards */

static void
set_states(struct audit_state *s)
{
	struct input *in = &s->ws->in;
	struct collection *c = &in->collection;
	struct edition_status *states = arena_array(in->arena,
	    struct edition_status, c->num_cards);
	size_t i;

	status_of_cards(in->arena, &in->reg, c, s->day, states);
	for (i = 0; i < c->num_cards; i++)
		c->cards[i].status = states[i];
}

static bool
is_released(const struct card *card)
{
	return card->status.state != STATE_DRAFT &&
	    card->status.state != STATE_UNCONTROLLED;
}

bool
audit_state_has(const struct audit_state *s, const struct card *card)
{
	return is_released(card) && limit_has_edition(&s->ws->in.limit,
	    card->ident);
}

/* When reviews are due is known only after a text was read. */
static void
read_titles(struct audit_state *s)
{
	const struct collection *c = &s->ws->in.collection;
	bool *wanted = arena_array(s->ws->in.arena, bool, c->num_cards);
	struct peek_titles peek = { .ws = s->ws, .wanted = wanted };
	size_t i;

	for (i = 0; i < c->num_cards; i++)
		wanted[i] = audit_state_has(s, &c->cards[i]);
	peek_titles(&peek);
}

static void
find_inside(struct audit_state *s)
{
	const struct collection *c = &s->ws->in.collection;
	size_t i;

	for (i = 0; i < c->num_cards; i++) {
		s->inside[i] = audit_state_has(s, &c->cards[i]) &&
		    c->cards[i].status.state == STATE_IN_FORCE &&
		    !date_is_set(s->erased[i]);
		s->num_inside += s->inside[i];
	}
}

void
audit_state_make(struct audit_state *s, struct workspace *ws,
    struct date day)
{
	struct collection *c = &ws->in.collection;

	*s = (struct audit_state){ .ws = ws, .day = day,
	    .erased = arena_array(ws->in.arena, struct date, c->num_cards),
	    .inside = arena_array(ws->in.arena, bool, c->num_cards) };
	count_rows(s);
	find_erased(s);
	set_states(s);
	read_titles(s);
	set_states(s);
	translation_find(c);
	find_inside(s);
}

/* --- Questions */

bool
audit_state_is_inside(const struct audit_state *s, const struct card *card)
{
	return s->inside[index_of(s, card)];
}

const struct card *
audit_state_page(const struct audit_state *s, str work)
{
	const struct collection *c = &s->ws->in.collection;
	const struct card *named = collection_card(c, work), *card;

	if (named == NULL)
		return NULL;
	work = named->ident->work;
	for (card = collection_first(c, named); card < c->cards +
	    c->num_cards && str_eq(card->ident->work, work); card++)
		if (audit_state_is_inside(s, card))
			return card;
	return NULL;
}
