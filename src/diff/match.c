/* SPDX-License-Identifier: ISC */
#include "diff/match.h"

#include "base/arena.h"
#include "diff/lcs.h"

/*
 * How blocks are matched
 * ----------------------
 * 1. match_equal(): between a common beginning and end, blocks whose kind and
 *    words occur once on each side, in the longest order that both sides have
 *    (patience); then the same between those; where there are none, a longest
 *    common sequence of equal blocks.
 * 2. match_similar(): between those, blocks of one kind that have half of their
 *    words in common (similar.c). Figures, and rows with the same first cell,
 *    need fewer; so does a block that is alone in its gap.
 * 3. extend_all(): an unmatched text block beside a matched one, which has
 *    words that the matched one is missing, was split off from it or joined to
 *    it.
 * 4. similar_moved(): blocks still without a partner that are equal or very
 *    similar (SCORE_MOVED), wherever they are. Short blocks are left out.
 */

struct range {
	size_t	old, old_end, new, new_end;
};

struct occurrence {
	uint64_t	hash;
	size_t		old, new;	/* FLAT_NONE: none */
	bool		repeated;
};

static void
set_pair(struct similar *s, size_t i, size_t j)
{
	s->m->old[i].partner = j;
	s->m->new[j].partner = i;
}

static bool
is_equal(const struct similar *s, size_t i, size_t j)
{
	return s->sides->old->blocks[i].hash == s->sides->new->blocks[j].hash;
}

/* --- Equal blocks */

static struct occurrence *
find_slot(struct occurrence *slots, size_t mask, uint64_t hash)
{
	size_t i = (size_t)(hash ^ hash >> 32) & mask;

	while ((slots[i].old != FLAT_NONE || slots[i].new != FLAT_NONE) &&
	    slots[i].hash != hash)
		i = (i + 1) & mask;
	slots[i].hash = hash;
	return &slots[i];
}

static void
count(struct occurrence *slots, size_t mask, const struct flat *f,
    size_t start, size_t end, bool is_old)
{
	struct occurrence *o;
	size_t *at;

	for (; start < end; start++) {
		o = find_slot(slots, mask, f->blocks[start].hash);
		at = is_old ? &o->old : &o->new;
		if (*at != FLAT_NONE)
			o->repeated = true;
		*at = start;
	}
}

/* Lists for each old block that occurs once on both sides its partner. */
static size_t
find_unique(struct similar *s, const struct range *r, size_t *old,
    size_t *new)
{
	size_t size = 4, i, num = 0;
	struct occurrence *slots, *o;

	while (size < 2 * (r->old_end - r->old + r->new_end - r->new))
		size *= 2;
	slots = arena_room(s->sides->arena, struct occurrence, size);
	for (i = 0; i < size; i++)
		slots[i] = (struct occurrence){ 0, FLAT_NONE, FLAT_NONE,
		    false };
	count(slots, size - 1, s->sides->old, r->old, r->old_end, true);
	count(slots, size - 1, s->sides->new, r->new, r->new_end, false);
	for (i = r->old; i < r->old_end; i++) {
		o = find_slot(slots, size - 1, s->sides->old->blocks[i].hash);
		if (o->repeated || o->new == FLAT_NONE)
			continue;
		old[num] = i;
		new[num++] = o->new;
	}
	return num;
}

/* Pairs what is equal without being unique. */
static void
match_common(struct similar *s, const struct range *r)
{
	struct arena *a = s->sides->arena;
	struct lcs_row x = { .num = r->old_end - r->old };
	struct lcs_row y = { .num = r->new_end - r->new };
	uint64_t *old = arena_room(a, uint64_t, x.num + 1);
	uint64_t *new = arena_room(a, uint64_t, y.num + 1);
	size_t i, j;

	for (i = 0; i < x.num; i++)
		old[i] = s->sides->old->blocks[r->old + i].hash;
	for (j = 0; j < y.num; j++)
		new[j] = s->sides->new->blocks[r->new + j].hash;
	x.items = old;
	y.items = new;
	x.common = arena_room(a, bool, x.num + 1);
	y.common = arena_room(a, bool, y.num + 1);
	lcs_find(a, x, y, &s->sides->budget);
	for (i = j = 0; i < x.num; i++) {
		if (!x.common[i])
			continue;
		while (!y.common[j])
			j++;
		set_pair(s, r->old + i, r->new + j++);
	}
}

static void
trim(struct similar *s, struct range *r)
{
	while (r->old < r->old_end && r->new < r->new_end &&
	    is_equal(s, r->old, r->new))
		set_pair(s, r->old++, r->new++);
	while (r->old < r->old_end && r->new < r->new_end &&
	    is_equal(s, r->old_end - 1, r->new_end - 1))
		set_pair(s, --r->old_end, --r->new_end);
}

/* Depth: each level has fewer blocks; a dozen are enough for any text. */
static void
match_equal(struct similar *s, struct range r, unsigned depth)
{
	struct arena *a = s->sides->arena;
	struct arena_state state = arena_state(a);
	size_t *old, *new, i, num;
	struct range gap;

	trim(s, &r);
	if (r.old == r.old_end || r.new == r.new_end)
		return;
	old = arena_room(a, size_t, r.old_end - r.old);
	new = arena_room(a, size_t, r.old_end - r.old);
	num = depth != 0 ? find_unique(s, &r, old, new) : 0;
	num = similar_increasing(a, old, new, num);
	if (num == 0)
		match_common(s, &r);
	gap = r;
	for (i = 0; i < num; i++) {
		set_pair(s, old[i], new[i]);
		gap.old_end = old[i];
		gap.new_end = new[i];
		match_equal(s, gap, depth - 1);
		gap.old = old[i] + 1;
		gap.new = new[i] + 1;
	}
	gap.old_end = r.old_end;
	gap.new_end = r.new_end;
	if (num != 0)
		match_equal(s, gap, depth - 1);
	arena_rewind(a, state);
}

/* --- Similar blocks */

/* Calls similar_gap() for what lies between the pairs so far. */
static void
match_similar(struct similar *s)
{
	const struct flat *old = s->sides->old, *new = s->sides->new;
	size_t i = 0, j = 0, i_end, j_end;

	while (i < old->num_blocks || j < new->num_blocks) {
		for (i_end = i; i_end < old->num_blocks &&
		    s->m->old[i_end].partner == FLAT_NONE; i_end++)
			;
		for (j_end = j; j_end < new->num_blocks &&
		    s->m->new[j_end].partner == FLAT_NONE; j_end++)
			;
		similar_gap(s, i, i_end, j, j_end);
		i = i_end + 1;
		j = j_end + 1;
	}
}

/* --- Split and joined blocks */

static bool
may_extend(const struct flat_block *b)
{
	return b->kind == FLAT_TEXT;
}

/* Whether block i of f has no partner and has words of the other block that the
 * span beside it lacks. */
static bool
belongs(struct similar *s, const struct flat *f, const struct match *own,
    size_t i, struct flat_span span, const struct flat *g, size_t partner)
{
	return own[i].partner == FLAT_NONE && may_extend(&f->blocks[i]) &&
	    similar_gains(s, f, span, f->blocks[i].words, g,
	    g->blocks[partner].words);
}

/* Adds neighbours of block j to the partner of it, where they have words of
 * it. */
static void
extend(struct similar *s, const struct flat *f, struct match *own,
    const struct flat *g, struct match *others, size_t j)
{
	size_t first = j, end = j + 1, i, partner = own[j].partner;
	struct flat_span span = f->blocks[j].words;

	if (partner == FLAT_NONE || own[j].moved ||
	    !may_extend(&f->blocks[j]) || !may_extend(&g->blocks[partner]) ||
	    f->blocks[j].hash == g->blocks[partner].hash)
		return;
	while (first > 0 && belongs(s, f, own, first - 1, span, g, partner))
		span.start = f->blocks[--first].words.start;
	while (end < f->num_blocks && belongs(s, f, own, end, span, g,
	    partner))
		span.end = f->blocks[end++].words.end;
	others[partner].partner = first;
	for (i = first; i < end; i++) {
		own[i].partner = partner;
		own[i].head = first;
	}
}

/* Whether several new blocks belong to the old one already. */
static bool
is_split(const struct similar *s, size_t old)
{
	size_t next = s->m->old[old].partner + 1;

	return next < s->sides->new->num_blocks &&
	    s->m->new[next].partner == old;
}

static void
extend_all(struct similar *s)
{
	const struct flat *old = s->sides->old, *new = s->sides->new;
	size_t i;

	for (i = 0; i < new->num_blocks; i++)
		if (s->m->new[i].head == i)
			extend(s, new, s->m->new, old, s->m->old, i);
	for (i = 0; i < old->num_blocks; i++)
		if (s->m->old[i].head == i && s->m->old[i].partner !=
		    FLAT_NONE && !is_split(s, i))
			extend(s, old, s->m->old, new, s->m->new, i);
}

static struct match *
make_side(struct arena *a, const struct flat *f)
{
	struct match *m = arena_array(a, struct match, f->num_blocks + 1);
	size_t i;

	for (i = 0; i < f->num_blocks; i++)
		m[i] = (struct match){ .partner = FLAT_NONE, .head = i };
	m[i].head = FLAT_NONE;
	return m;
}

void
match_make(struct matches *m, struct script_sides *sides)
{
	struct similar s = { .sides = sides, .m = m };

	m->old = make_side(sides->arena, sides->old);
	m->new = make_side(sides->arena, sides->new);
	match_equal(&s, (struct range){ 0, sides->old->num_blocks, 0,
	    sides->new->num_blocks }, 12);
	similar_open(&s);
	match_similar(&s);
	extend_all(&s);
	similar_moved(&s);
}
