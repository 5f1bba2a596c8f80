/* SPDX-License-Identifier: ISC */
#include "test.h"

#include "base/arena.h"
#include "base/map.h"

enum { MANY = 20000 };

static void
test_many(struct arena *a)
{
	struct map m = map_make(a);
	struct map_slot *slot;
	size_t i, wrong = 0;

	for (i = 0; i < MANY; i++)
		map_slot(&m, str_join(a, S("anahtar-"), str_uint(a, i)))
		    ->number = i + 1;
	for (i = 0; i < MANY; i++) {
		slot = map_find(&m, str_join(a, S("anahtar-"),
		    str_uint(a, i)));
		wrong += slot == NULL || slot->number != i + 1;
	}
	check(wrong == 0, "map finds each of %d keys", MANY);
	check(m.num == MANY, "map counts its keys");
	check(map_find(&m, S("anahtar-20000")) == NULL, "map lacks another");
}

static void
test_few(struct arena *a)
{
	struct map m = map_make(a);
	int value;

	check(map_find(&m, S("a")) == NULL, "an empty map has no key");
	check(map_slot(&m, S("a"))->number == 0 &&
	    map_slot(&m, S("a"))->value == NULL, "a new slot is zeroed");
	map_slot(&m, S("a"))->value = &value;
	check(map_slot(&m, S("a"))->value == &value && m.num == 1,
	    "the same key is the same slot");
	map_slot(&m, S(""))->number = 7;
	check(map_find(&m, S("")) != NULL && map_find(&m, S(""))->number == 7,
	    "the empty key is a key");
	check(map_find(&m, S("ab")) == NULL, "a prefix is no match");
}

int
main(void)
{
	struct arena *a = arena_new();

	test_many(a);
	test_few(a);
	arena_free(a);
	return 0;
}
