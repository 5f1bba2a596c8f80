/* SPDX-License-Identifier: ISC */
#include "base/map.h"

#include "base/arena.h"

static uint64_t
fold(uint64_t h, uint64_t word)
{
	unsigned __int128 n = (unsigned __int128)(h ^ word) *
	    0x9E3779B97F4A7C15U;

	return (uint64_t)n ^ (uint64_t)(n >> 64);
}

/* Eight bytes at a time, because keys are paths. A hostile document can make
 * its keys collide; its maximum size of 4 MiB limits the harm. */
static uint64_t
hash(str key)
{
	uint64_t h = 14695981039346656037U ^ key.len, word = 0;
	size_t i;

	for (i = 0; i + sizeof(word) <= key.len; i += sizeof(word)) {
		memcpy(&word, key.p + i, sizeof(word));
		h = fold(h, word);
	}
	word = 0;
	if (i < key.len)
		memcpy(&word, key.p + i, key.len - i);
	return fold(h, word);
}

struct map
map_make(struct arena *a)
{
	return (struct map){ .arena = a };
}

/* The slot that the key has or would get. cap must not be 0. */
static struct map_slot *
probe(const struct map *m, str key)
{
	size_t i = hash(key) & (m->cap - 1);

	while (m->slots[i].key.p != NULL && !str_eq(m->slots[i].key, key))
		i = (i + 1) & (m->cap - 1);
	return &m->slots[i];
}

struct map_slot *
map_find(const struct map *m, str key)
{
	struct map_slot *s;

	if (m->cap == 0)
		return NULL;
	s = probe(m, key);
	return s->key.p != NULL ? s : NULL;
}

static void
resize(struct map *m, size_t cap)
{
	struct map old = *m;
	size_t i;

	m->cap = cap;
	m->slots = arena_array(m->arena, struct map_slot, m->cap);
	for (i = 0; i < old.cap; i++)
		if (old.slots[i].key.p != NULL)
			*probe(m, old.slots[i].key) = old.slots[i];
}

void
map_reserve(struct map *m, size_t num)
{
	size_t cap = 16;

	while (cap / 4 * 3 <= num)
		cap *= 2;
	if (cap > m->cap)
		resize(m, cap);
}

struct map_slot *
map_slot(struct map *m, str key)
{
	struct map_slot *s;

	if (key.p == NULL)
		key = S("");
	if (m->num >= m->cap / 4 * 3)
		resize(m, m->cap != 0 ? m->cap * 2 : 16);
	s = probe(m, key);
	if (s->key.p == NULL) {
		s->key = key;
		m->num++;
	}
	return s;
}
