/* SPDX-License-Identifier: ISC */
#include "site/terms.h"

#include "base/arena.h"
#include "base/mem.h"
#include "site/fold.h"

void
terms_open(struct terms *t)
{
	struct arena *a = arena_new();

	*t = (struct terms){ .arena = a, .numbers = map_make(a) };
}

void
terms_close(struct terms *t)
{
	mem_free(t->joined);
	mem_free(t->stems);
	mem_free(t->last);
	mem_free(t->postings);
	arena_free(t->arena);
}

static size_t
number_of(struct terms *t, str word)
{
	struct map_slot *slot = map_find(&t->numbers, word);

	if (slot == NULL) {
		slot = map_slot(&t->numbers, str_copy(t->numbers.arena, word));
		slot->number = t->numbers.num;
	}
	return slot->number;
}

/* Room for what is at index n; new room is zeroed. */
static void *
grow(void *p, size_t *cap, size_t n, size_t size)
{
	size_t old = *cap;

	if (n < old)
		return p;
	*cap = n < 512 ? 1024 : 2 * n;
	p = mem_realloc(p, *cap * size);
	memset((char *)p + old * size, 0, (*cap - old) * size);
	return p;
}

static void
add(struct terms *t, uint32_t document, int weight, size_t n)
{
	posting *p, new = (posting)n << 32 | (posting)document << 2;

	t->last = grow(t->last, &t->last_cap, n, sizeof(*t->last));
	if (t->last[n] != 0) {
		p = &t->postings[t->last[n] - 1];
		if ((*p & ~(posting)3) == new) {
			if ((*p & 3) < (posting)weight)
				*p = new | (posting)weight;
			return;
		}
	}
	t->postings = grow(t->postings, &t->cap, t->num, sizeof(*t->postings));
	t->postings[t->num] = new | (posting)weight;
	t->last[n] = ++t->num;
}

/* Adds the word and its stem. */
static void
add_both(struct terms *t, uint32_t document, int weight, str word)
{
	size_t n = number_of(t, word);
	char stem[2 * sizeof(((struct fold *)0)->word)];

	add(t, document, weight, n);
	t->stems = grow(t->stems, &t->stems_cap, n, sizeof(*t->stems));
	if (t->stems[n] == 0) {
		memcpy(stem, word.p, word.len);
		t->stems[n] = number_of(t, (str){ stem, fold_stem(stem,
		    word.len) });
	}
	if (t->stems[n] != n)
		add(t, document, weight, t->stems[n]);
}

/* “e-posta” is also found as “eposta”, “veri tabanı” of a title as
 * “veritabanı”. */
static void
add_joined(struct terms *t, uint32_t document, int weight,
    const struct fold *left, const struct fold *right)
{
	char both[2 * sizeof(left->word)];

	if (left->len == 0 || char_is_digit(left->word[0]) ||
	    char_is_digit(right->word[0]) ||
	    (!right->joined && weight < WEIGHT_KEYWORD))
		return;
	memcpy(both, left->word, left->len);
	memcpy(both + left->len, right->word, right->len);
	add_both(t, document, weight, (str){ both, left->len + right->len });
}

void
terms_add(struct terms *t, uint32_t document, int weight, str text)
{
	struct fold f, before = { .len = 0 };

	while (fold_word(&text, &f)) {
		add_joined(t, document, weight, &before, &f);
		before = f;
		add_both(t, document, weight, (str){ f.word, f.len });
	}
}
