/* SPDX-License-Identifier: ISC */
#include "map.h"

#include "arena.h"

/* FNV-1a. A hostile document can make its keys collide; its 4 MiB bound the
 * harm. */
static uint64_t
hash(str key)
{
	uint64_t h = 14695981039346656037U;
	size_t i;

	for (i = 0; i < key.len; i++)
		h = (h ^ (unsigned char)key.p[i]) * 1099511628211U;
	return h ^ h >> 32;
}

struct map
map_make(struct arena *a)
{
	return (struct map){ .arena = a };
}

/* Where the key is or would be. cap must not be 0. */
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
