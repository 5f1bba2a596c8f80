/* SPDX-License-Identifier: ISC */
#include "font/word_cache.h"

#include "base/arena.h"
#include "base/mem.h"

/*
 * The cache of words
 * ------------------
 * To shape a word costs far more than to find it, and a text repeats its
 * words, in one document and from one document to the next. So a shaper
 * shapes each word once.
 *
 * The key of a word is the address of its chain, its kind (the language) and
 * its text. The chain is compared by address: the style sheet makes every
 * chain once and keeps it until the end of the program. The size of the text
 * is no part of the key, because lengths in a word are [em].
 *
 * The table is an array of buckets, each a list of entries; hash_word() (FNV-1a
 * of the text's bytes, begun with chain and kind) chooses the bucket. Its
 * high bits are mixed into the low ones, since only the low ones are used. An
 * entry keeps its hash: a comparison of hashes avoids most comparisons of
 * texts, and grow() needs no second pass over the texts. The table doubles
 * when it has as many words as buckets, so a list has one entry on average.
 *
 * Entries, texts and glyphs are in one arena. They never move: grow() changes
 * links only, so a word that was returned stays valid. No single word is
 * removed. When a document is done and there are at least WORDS_MAX words,
 * word_cache_rest() frees all of them, and the table has its first size again.
 * During a document the cache only grows, because lines refer to its words.
 */

enum {
	BUCKETS_MIN = 1024,
	WORDS_MAX = 40000		/* kept from one document to the next */
};

struct entry {
	struct shaped_word	 word;
	struct entry		*next;
	unsigned		 kind;
	uint32_t		 hash;
};

struct word_cache {
	struct arena	*arena;
	struct entry	**buckets;
	size_t		 cap;			/* a power of two */
	size_t		 num;
};

/* Replaces the buckets by cap empty ones; a power of two. */
static void
make_table(struct word_cache *c, size_t cap)
{
	mem_free(c->buckets);
	c->buckets = mem_calloc(cap, sizeof(*c->buckets));
	c->cap = cap;
	c->num = 0;
}

struct word_cache *
word_cache_new(void)
{
	struct word_cache *c = mem_alloc(sizeof(*c));

	c->arena = arena_new();
	make_table(c, BUCKETS_MIN);
	return c;
}

void
word_cache_free(struct word_cache *c)
{
	arena_free(c->arena);
	mem_free(c->buckets);
	mem_free(c);
}

void
word_cache_rest(struct word_cache *c)
{
	if (c->num < WORDS_MAX)
		return;
	arena_reset(c->arena);
	make_table(c, BUCKETS_MIN);
}

/* The address of a chain differs from run to run. It changes the order in a
 * bucket, but no output. */
static uint32_t
hash_word(const struct font_chain *chain, unsigned kind, str text)
{
	uint32_t h = 2166136261U ^ (uint32_t)((uintptr_t)chain >> 4) ^
	    kind << 28;
	size_t i;

	for (i = 0; i < text.len; i++)
		h = (h ^ (unsigned char)text.p[i]) * 16777619U;
	return h ^ h >> 15;
}

static void
put_entry(struct word_cache *c, struct entry *e)
{
	struct entry **bucket = &c->buckets[e->hash & (c->cap - 1)];

	e->next = *bucket;
	*bucket = e;
}

static void
grow(struct word_cache *c)
{
	struct entry **old = c->buckets, *e, *next;
	size_t i, cap = c->cap, num = c->num;

	c->buckets = NULL;
	make_table(c, cap * 2);
	for (i = 0; i < cap; i++)
		for (e = old[i]; e != NULL; e = next) {
			next = e->next;
			put_entry(c, e);
		}
	c->num = num;
	mem_free(old);
}

static struct entry *
add(struct word_cache *c, const struct font_chain *chain, unsigned kind,
    str text, uint32_t hash)
{
	struct entry *e = arena_new_of(c->arena, struct entry);

	if (c->num >= c->cap)
		grow(c);
	e->word.chain = chain;
	e->word.text = str_copy(c->arena, text);
	e->kind = kind;
	e->hash = hash;
	put_entry(c, e);
	c->num++;
	return e;
}

struct shaped_word *
word_cache_word(struct word_cache *c, const struct font_chain *chain,
    unsigned kind, str text, bool *is_new)
{
	uint32_t hash = hash_word(chain, kind, text);
	struct entry *e;

	*is_new = false;
	for (e = c->buckets[hash & (c->cap - 1)]; e != NULL; e = e->next)
		if (e->hash == hash && e->word.chain == chain &&
		    e->kind == kind && str_eq(e->word.text, text))
			return &e->word;
	*is_new = true;
	return &add(c, chain, kind, text, hash)->word;
}

struct glyph *
word_cache_glyphs(struct word_cache *c, size_t num)
{
	return arena_array(c->arena, struct glyph, num);
}
