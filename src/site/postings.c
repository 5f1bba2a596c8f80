/* SPDX-License-Identifier: ISC */
#include "site/postings.h"

#include <stdlib.h>

#include "base/mem.h"

static int
cmp_word(const void *a, const void *b)
{
	const str *x = a, *y = b;

	return str_cmp(*x, *y);
}

/* All words, sorted, each once. */
static void
join_words(struct postings *p, const struct terms *terms, size_t num)
{
	size_t i, j, n = 0;
	const struct map *m;

	for (i = 0; i < num; i++)
		n += terms[i].numbers.num;
	p->words = mem_calloc(n + 1, sizeof(str));
	for (n = i = 0; i < num; i++) {
		m = &terms[i].numbers;
		for (j = 0; j < m->cap; j++)
			if (m->slots[j].number != 0)
				p->words[n++] = m->slots[j].key;
	}
	qsort(p->words, n, sizeof(str), cmp_word);
	for (i = 0; i < n; i++)
		if (i == 0 || !str_eq(p->words[i],
		    p->words[p->num_words - 1]))
			p->words[p->num_words++] = p->words[i];
}

/* The number of each term among all words. */
static void
number_terms(const struct postings *p, struct terms *t)
{
	const struct map *m = &t->numbers;
	const str *word;
	size_t i;

	t->joined = mem_calloc(m->num + 1, sizeof(uint32_t));
	for (i = 0; i < m->cap; i++) {
		if (m->slots[i].number == 0)
			continue;
		word = bsearch(&m->slots[i].key, p->words, p->num_words,
		    sizeof(str), cmp_word);
		t->joined[m->slots[i].number] = (uint32_t)(word - p->words);
	}
}

static size_t
word_of(const struct terms *t, posting p)
{
	return t->joined[p >> 32];
}

static int
cmp_posting(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* Counts the postings of each word: starts[word + 1] is where they begin. */
static size_t
count_postings(struct postings *p, const struct terms *terms, size_t num)
{
	const struct terms *t;
	size_t i, all = 0;

	p->starts = mem_calloc(p->num_words + 2, sizeof(size_t));
	for (t = terms; t != terms + num; t++)
		for (all += t->num, i = 0; i < t->num; i++)
			p->starts[word_of(t, t->postings[i]) + 2]++;
	for (i = 2; i < p->num_words + 2; i++)
		p->starts[i] += p->starts[i - 1];
	return all;
}

/* Putting a posting moves the beginning of its word on, to that of the next
 * one. */
static void
join_postings(struct postings *p, const struct terms *terms, size_t num)
{
	const struct terms *t;
	size_t i;

	p->postings = mem_calloc(count_postings(p, terms, num) + 1,
	    sizeof(uint32_t));
	for (t = terms; t != terms + num; t++)
		for (i = 0; i < t->num; i++)
			p->postings[p->starts[word_of(t, t->postings[i]) +
			    1]++] = (uint32_t)t->postings[i];
	for (i = 0; i < p->num_words; i++)
		qsort(p->postings + p->starts[i], p->starts[i + 1] -
		    p->starts[i], sizeof(uint32_t), cmp_posting);
}

void
postings_join(struct postings *p, struct terms *terms, size_t num)
{
	size_t i;

	join_words(p, terms, num);
	for (i = 0; i < num; i++)
		number_terms(p, &terms[i]);
	join_postings(p, terms, num);
}

void
postings_free(struct postings *p)
{
	mem_free(p->words);
	mem_free(p->starts);
	mem_free(p->postings);
}
