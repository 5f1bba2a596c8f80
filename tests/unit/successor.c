/* SPDX-License-Identifier: ISC
 *
 * What a note says of a successor, and where chains of successors end: also
 * where they were written by hand, come back, or are long.
 */
#include "test.h"

#include "base/arena.h"
#include "register/successor.h"

enum { WORKS = 30000 };

static struct arena *arena;

static void
test_notes(void)
{
	static const struct {
		const char	*note, *reason, *work;
	} cases[] = {
		{ "x (yerine: frm/a/b/c)", "x", "frm/a/b/c" },
		{ " (yerine: frm/a/b/c)", "", "frm/a/b/c" },
		{ "x (EBYS: 1) (yerine: frm/a/b/c-1)", "x (EBYS: 1)",
		    "frm/a/b/c-1" },
		{ "x (yerine: frm/a/b/c) (yerine: frm/a/b/d)",
		    "x (yerine: frm/a/b/c)", "frm/a/b/d" },
		{ "x (yerine: frm/a/b/c).", NULL, "" },
		{ "x(yerine: frm/a/b/c)", NULL, "" },
		{ "(yerine: frm/a/b/c)", NULL, "" },
		{ "x (yerine: frm/a/b)", NULL, "" },
		{ "x (yerine: frm/a/b/c/d)", NULL, "" },
		{ "x (yerine: frm/a/b/index)", NULL, "" },
		{ "x (yerine: frm/a/b/c_20250101_0)", NULL, "" },
		{ "x (yerine: ../a/b/c)", NULL, "" },
		{ "x (yerine: /etc/a/b)", NULL, "" },
		{ "x (yerine: frm/a/b/C)", NULL, "" },
		{ "x (yerine: frm/a/b/c\")", NULL, "" },
		{ "x (yerine: )", NULL, "" },
		{ "x (yerine: frm/a/b/c", NULL, "" },
		{ "", NULL, "" },
		{ ")", NULL, "" },
	};
	size_t i;
	str work, reason;

	for (i = 0; i < LENGTH(cases); i++) {
		reason = successor_split(str_of(cases[i].note), &work);
		check_str(reason, str_of(cases[i].reason != NULL ?
		    cases[i].reason : cases[i].note), "reason of note %zu", i);
		check_str(work, str_of(cases[i].work), "work of note %zu", i);
	}
	reason = successor_note(arena, S("x"), S("frm/a/b/c"));
	check_str(reason, S("x (yerine: frm/a/b/c)"), "the note");
}

/* WORKS works, each with one released edition in force. */
static struct collection
make_works(void)
{
	struct collection c = { .controlled = true, .num_cards = WORKS,
	    .cards = arena_array(arena, struct card, WORKS),
	    .names = map_make(arena) };
	struct map_slot *slot;
	struct ident *ident;
	char path[64];
	size_t i;

	for (i = 0; i < WORKS; i++) {
		snprintf(path, sizeof(path), "frm/a/b/c-%05zu_20250101_0", i);
		ident = arena_new_of(arena, struct ident);
		ident_read(ident, str_copy(arena, str_of(path)), NULL, S(""));
		c.cards[i].ident = ident;
		c.cards[i].status.released = true;
		c.cards[i].status.state = STATE_IN_FORCE;
		slot = map_slot(&c.names, ident->work);
		slot->number = NAME_WORK;
		slot->value = &c.cards[i];
	}
	return c;
}

static void
withdraw(struct collection *c, size_t i, size_t successor)
{
	c->cards[i].status.state = STATE_WITHDRAWN;
	c->cards[i].status.successor = c->cards[successor].ident->work;
}

static bool
leads(const struct collection *c, size_t from, size_t to)
{
	return successor_leads(c, c->cards[from].ident->work,
	    c->cards[to].ident->work);
}

static void
test_chains(void)
{
	struct collection c = make_works();
	size_t i, right = 0;

	for (i = 10; i + 1 < WORKS; i++)
		withdraw(&c, i, i + 1);
	withdraw(&c, 0, 1);			/* comes back */
	withdraw(&c, 1, 2);
	withdraw(&c, 2, 1);
	withdraw(&c, 3, 3);			/* itself */
	withdraw(&c, 4, 5);			/* ends at nothing */
	withdraw(&c, 5, 5);
	c.cards[5].status.successor = S("");
	withdraw(&c, 6, 7);			/* ends at a missing work */
	c.cards[6].status.successor = S("frm/a/b/yok");
	withdraw(&c, 8, 9);			/* a draft */
	c.cards[9].status = (struct edition_status){ .state = STATE_DRAFT };
	successor_find(&c);
	for (i = 10; i + 1 < WORKS; i++)
		right += c.cards[i].successor == &c.cards[WORKS - 1];
	check(right == WORKS - 11, "a long chain leads to its end");
	for (i = 0; i < 10; i++)
		check(c.cards[i].successor == NULL, "work %zu has none", i);
	check(c.cards[WORKS - 1].successor == NULL, "in force: none");
	check(leads(&c, 10, WORKS - 1), "a chain leads to its end");
	check(leads(&c, 0, 2), "and to what lies on it");
	check(!leads(&c, 0, 3), "a circle ends");
	check(leads(&c, 3, 3), "a work leads to itself");
	check(!leads(&c, 6, 7), "a missing work leads nowhere");
}

int
main(void)
{
	arena = arena_new();
	test_notes();
	test_chains();
	arena_free(arena);
	return 0;
}
