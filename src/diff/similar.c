/* SPDX-License-Identifier: ISC */
#include "diff/similar.h"

#include <stdlib.h>

#include "base/arena.h"

/* Scores are in thousandths: what two blocks have in common of their words. */
enum {
	SCORE_PAIR = 500,		/* from here on they belong together */
	SCORE_ALONE = 200,		/* the same, with no other choice */
	SCORE_MOVED = 700,		/* the same, elsewhere */
	SCORE_KEPT = 501,		/* a row or figure of the same name */
	MOVED_WORDS = 3,		/* fewer words stand anywhere */
	GAP_CELLS = 20000,		/* of a table that compares each with
					 * each; larger ones look for words */
	RARE = 8			/* a word in more blocks than these
					 * leads to none */
};

/* --- Longest increasing row */

size_t
similar_increasing(struct arena *a, size_t *old, size_t *new, size_t num)
{
	size_t *tails = arena_room(a, size_t, num + 1);
	size_t *before = arena_room(a, size_t, num + 1);
	size_t i, low, high, middle, most = 0;

	for (i = 0; i < num; i++) {
		for (low = 0, high = most; low < high;) {
			middle = (low + high) / 2;
			if (new[tails[middle]] < new[i])
				low = middle + 1;
			else
				high = middle;
		}
		before[i] = low != 0 ? tails[low - 1] : 0;
		tails[low] = i;
		most = low == most ? most + 1 : most;
	}
	low = most != 0 ? tails[most - 1] : 0;
	for (i = most; i > 0; low = before[low])
		tails[--i] = low;
	for (i = 0; i < most; i++) {
		old[i] = old[tails[i]];
		new[i] = new[tails[i]];
	}
	return most;
}

/* --- Words in common */

static int
cmp_hash(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

	return (a > b) - (a < b);
}

static uint64_t *
sorted(struct arena *a, const struct flat *f)
{
	uint64_t *hashes = arena_room(a, uint64_t, f->num_words + 1);
	const struct flat_span *s;
	size_t i;

	for (i = 0; i < f->num_words; i++)
		hashes[i] = f->words[i].hash;
	for (i = 0; i < f->num_blocks; i++) {
		s = &f->blocks[i].words;
		qsort(hashes + s->start, s->end - s->start, sizeof(*hashes),
		    cmp_hash);
	}
	return hashes;
}

static size_t
common(const uint64_t *a, size_t n, const uint64_t *b, size_t m)
{
	size_t i = 0, j = 0, num = 0;

	while (i < n && j < m)
		if (a[i] == b[j]) {
			num++;
			i++;
			j++;
		} else if (a[i] < b[j])
			i++;
		else
			j++;
	return num;
}

void
similar_open(struct similar *s)
{
	s->old_words = sorted(s->sides->arena, s->sides->old);
	s->new_words = sorted(s->sides->arena, s->sides->new);
}

static bool
is_same_cell(const struct similar *s, const struct flat_block *x,
    const struct flat_block *y)
{
	struct flat_span a, b;

	if (x->num_cells == 0 || y->num_cells == 0)
		return false;
	a = x->cells[0];
	b = y->cells[0];
	while (a.start < a.end && b.start < b.end &&
	    s->sides->old->words[a.start].hash ==
	    s->sides->new->words[b.start].hash) {
		a.start++;
		b.start++;
	}
	return a.start == a.end && b.start == b.end &&
	    x->cells[0].start != x->cells[0].end;
}

static int
score(const struct similar *s, size_t i, size_t j)
{
	const struct flat_block *x = &s->sides->old->blocks[i];
	const struct flat_block *y = &s->sides->new->blocks[j];
	size_t n = x->words.end - x->words.start;
	size_t m = y->words.end - y->words.start, cost = n + m;
	int value;

	if (x->kind != y->kind || s->sides->budget < cost)
		return 0;
	s->sides->budget -= cost;
	value = (int)(2000 * common(s->old_words + x->words.start, n,
	    s->new_words + y->words.start, m) / cost);
	if (value < SCORE_PAIR && (x->kind == FLAT_FIGURE ||
	    (x->kind == FLAT_ROW && is_same_cell(s, x, y))))
		return SCORE_KEPT;
	return value;
}

static void
set_pair(struct similar *s, size_t i, size_t j, bool moved)
{
	s->m->old[i].partner = j;
	s->m->new[j].partner = i;
	s->m->old[i].moved = s->m->new[j].moved = moved;
}

/* --- In a small gap: each with each */

static void
choose(struct similar *s, size_t i, size_t i_end, size_t j, size_t j_end)
{
	size_t n = i_end - i, m = j_end - j, x, y, w = m + 1;
	int *best = arena_array(s->sides->arena, int, (n + 1) * w);
	int *scores = arena_array(s->sides->arena, int, (n + 1) * w);
	int with;

	for (x = n; x-- > 0;)
		for (y = m; y-- > 0;) {
			int *b = &best[x * w + y];

			*b = b[1] > b[w] ? b[1] : b[w];
			scores[x * w + y] = score(s, i + x, j + y);
			with = scores[x * w + y] + b[w + 1];
			if (scores[x * w + y] >= SCORE_PAIR && with > *b)
				*b = with;
		}
	for (x = y = 0; x < n && y < m;) {
		if (scores[x * w + y] >= SCORE_PAIR && best[x * w + y] ==
		    scores[x * w + y] + best[(x + 1) * w + y + 1])
			set_pair(s, i + x++, j + y++, false);
		else if (best[x * w + y] == best[x * w + y + 1])
			y++;
		else
			x++;
	}
}

/* --- In a large gap: by words that few blocks have */

struct posting {
	uint64_t	hash;
	size_t		block;
};

static int
cmp_posting(const void *x, const void *y)
{
	const struct posting *a = x, *b = y;

	if (a->hash != b->hash)
		return a->hash > b->hash ? 1 : -1;
	return (a->block > b->block) - (a->block < b->block);
}

struct postings {
	struct posting	*items;
	size_t		 num;
};

static struct postings
list_words(const struct similar *s, size_t j, size_t j_end)
{
	const struct flat *f = s->sides->new;
	struct postings p = { NULL, 0 };
	size_t k, from;

	if (j == j_end)
		return p;
	from = f->blocks[j].words.start;
	p.items = arena_room(s->sides->arena, struct posting,
	    f->blocks[j_end - 1].words.end - from + 1);
	for (; j < j_end; j++) {
		if (s->m->new[j].partner != FLAT_NONE)
			continue;
		for (k = f->blocks[j].words.start; k < f->blocks[j].words.end;
		    k++)
			p.items[p.num++] = (struct posting){ f->words[k].hash,
			    j };
	}
	if (p.num != 0)
		qsort(p.items, p.num, sizeof(*p.items), cmp_posting);
	return p;
}

/* The first posting that does not sort before the hash. */
static size_t
find_posting(const struct postings *p, uint64_t hash)
{
	size_t low = 0, high = p->num, middle;

	while (low < high) {
		middle = (low + high) / 2;
		if (p->items[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Returns the new block that is most similar to old block i among those that
 * share a rare word with it; FLAT_NONE: none reaches the score. */
static size_t
find_similar(struct similar *s, const struct postings *p, size_t i, int least)
{
	const struct flat_span span = s->sides->old->blocks[i].words;
	size_t k, at, end, tried, best = FLAT_NONE, last = FLAT_NONE;
	int value;

	for (k = span.start, tried = 0; k < span.end && tried < (size_t)4 * RARE;
	    k++) {
		uint64_t hash = s->old_words[k];

		at = find_posting(p, hash);
		for (end = at; end < p->num && end - at <= RARE &&
		    p->items[end].hash == hash; end++)
			;
		if (end - at > RARE)
			continue;
		for (; at < end; at++) {
			if (s->m->new[p->items[at].block].partner != FLAT_NONE
			    || p->items[at].block == last)
				continue;
			last = p->items[at].block;
			tried++;
			value = score(s, i, last);
			if (value >= least) {
				least = value + 1;
				best = last;
			}
		}
	}
	return best;
}

static void
search_gap(struct similar *s, size_t i, size_t i_end, size_t j, size_t j_end)
{
	struct arena *a = s->sides->arena;
	struct postings p;
	size_t *old = arena_room(a, size_t, i_end - i + 1);
	size_t *new = arena_room(a, size_t, i_end - i + 1);
	size_t k, found, num = 0;

	if (i_end - i == j_end - j)
		for (k = 0; k < i_end - i; k++)
			if (score(s, i + k, j + k) >= SCORE_PAIR)
				set_pair(s, i + k, j + k, false);
	p = list_words(s, j, j_end);
	for (k = i; k < i_end; k++) {
		found = s->m->old[k].partner;
		if (found == FLAT_NONE)
			found = find_similar(s, &p, k, SCORE_PAIR);
		if (found == FLAT_NONE)
			continue;
		old[num] = k;
		new[num++] = found;
	}
	num = similar_increasing(a, old, new, num);
	for (k = i; k < i_end; k++)
		s->m->old[k].partner = FLAT_NONE;
	for (k = j; k < j_end; k++)
		s->m->new[k].partner = FLAT_NONE;
	for (k = 0; k < num; k++)
		set_pair(s, old[k], new[k], false);
}

/* --- What is left of a gap */

static size_t
only(const struct flat *f, const struct match *m, size_t i, size_t end,
    enum flat_kind kind)
{
	size_t found = FLAT_NONE;

	for (; i < end; i++) {
		if (f->blocks[i].kind != kind || m[i].partner != FLAT_NONE)
			continue;
		if (found != FLAT_NONE)
			return FLAT_NONE;
		found = i;
	}
	return found;
}

/* A heading that stands alone between two pairs is the same one under another
 * name; a text that stands alone need not be so similar. */
static void
pair_alone(struct similar *s, size_t i, size_t i_end, size_t j, size_t j_end)
{
	size_t x = only(s->sides->old, s->m->old, i, i_end, FLAT_HEADING);
	size_t y = only(s->sides->new, s->m->new, j, j_end, FLAT_HEADING);

	if (x != FLAT_NONE && y != FLAT_NONE &&
	    s->sides->old->blocks[x].level == s->sides->new->blocks[y].level)
		set_pair(s, x, y, false);
	else if (i_end - i == 1 && j_end - j == 1 &&
	    score(s, i, j) >= SCORE_ALONE)
		set_pair(s, i, j, false);
}

void
similar_gap(struct similar *s, size_t i, size_t i_end, size_t j, size_t j_end)
{
	struct arena_state state = arena_state(s->sides->arena);
	size_t x, y;

	if (i == i_end || j == j_end)
		return;
	if ((i_end - i) * (j_end - j) <= GAP_CELLS)
		choose(s, i, i_end, j, j_end);
	else
		search_gap(s, i, i_end, j, j_end);
	arena_rewind(s->sides->arena, state);
	while (i < i_end || j < j_end) {
		for (x = i; x < i_end && s->m->old[x].partner == FLAT_NONE; )
			x++;
		for (y = j; y < j_end && s->m->new[y].partner == FLAT_NONE; )
			y++;
		pair_alone(s, i, x, j, y);
		i = x + 1;
		j = y + 1;
	}
}

/* --- Moved blocks */

static bool
may_move(const struct flat_block *b, size_t least)
{
	return b->kind == FLAT_FIGURE || b->kind == FLAT_HEADING ||
	    b->words.end - b->words.start >= least;
}

/* Pairs blocks that are equal. */
static void
move_equal(struct similar *s)
{
	const struct flat *old = s->sides->old, *new = s->sides->new;
	struct arena *a = s->sides->arena;
	struct postings p = { arena_room(a, struct posting, new->num_blocks +
	    1), 0 };
	size_t i, at, *taken = arena_array(a, size_t, new->num_blocks + 1);

	for (i = 0; i < new->num_blocks; i++)
		if (s->m->new[i].partner == FLAT_NONE)
			p.items[p.num++] = (struct posting){
			    new->blocks[i].hash, i };
	if (p.num != 0)
		qsort(p.items, p.num, sizeof(*p.items), cmp_posting);
	for (i = 0; i < old->num_blocks; i++) {
		if (s->m->old[i].partner != FLAT_NONE ||
		    !may_move(&old->blocks[i], MOVED_WORDS))
			continue;
		at = find_posting(&p, old->blocks[i].hash);
		if (at == p.num)
			continue;
		at += taken[at]++;
		if (at < p.num && p.items[at].hash == old->blocks[i].hash)
			set_pair(s, i, p.items[at].block, true);
	}
}

void
similar_moved(struct similar *s)
{
	struct arena_state state = arena_state(s->sides->arena);
	const struct flat *old = s->sides->old, *new = s->sides->new;
	struct postings p;
	size_t i, found;

	move_equal(s);
	p = list_words(s, 0, new->num_blocks);
	for (i = 0; i < old->num_blocks; i++) {
		if (s->m->old[i].partner != FLAT_NONE ||
		    !may_move(&old->blocks[i], (size_t)2 * MOVED_WORDS) ||
		    old->blocks[i].kind == FLAT_FIGURE)
			continue;
		found = find_similar(s, &p, i, SCORE_MOVED);
		if (found != FLAT_NONE)
			set_pair(s, i, found, true);
	}
	arena_rewind(s->sides->arena, state);
}

/* --- Split blocks */

/* The words of two spans, sorted; the second may be empty. */
static uint64_t *
sorted_spans(struct arena *a, const struct flat *f, struct flat_span x,
    struct flat_span y)
{
	size_t i, num = 0;
	uint64_t *hashes = arena_room(a, uint64_t, x.end - x.start + y.end -
	    y.start + 1);

	for (i = x.start; i < x.end; i++)
		hashes[num++] = f->words[i].hash;
	for (i = y.start; i < y.end; i++)
		hashes[num++] = f->words[i].hash;
	qsort(hashes, num, sizeof(*hashes), cmp_hash);
	return hashes;
}

bool
similar_gains(const struct similar *s, const struct flat *f,
    struct flat_span span, struct flat_span next, const struct flat *g,
    struct flat_span other)
{
	struct arena *a = s->sides->arena;
	struct arena_state state = arena_state(a);
	struct flat_span none = { 0, 0 };
	size_t n = span.end - span.start, m = next.end - next.start;
	size_t o = other.end - other.start, alone, together;
	uint64_t *words;

	if (s->sides->budget < n + m + o)
		return false;
	s->sides->budget -= n + m + o;
	words = sorted_spans(a, g, other, none);
	alone = common(sorted_spans(a, f, span, none), n, words, o);
	together = common(sorted_spans(a, f, span, next), n + m, words, o);
	arena_rewind(a, state);
	return 2 * (together - alone) > m;
}
