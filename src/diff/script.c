/* SPDX-License-Identifier: ISC */
#include "diff/script.h"

#include "base/arena.h"
#include "diff/lcs.h"

/* Words that stay, or that go and come. */
struct region {
	bool			 same;
	struct flat_span	 old, new;
};

static struct lcs_row
make_row(struct arena *a, const struct flat *f, struct flat_span s)
{
	struct lcs_row row = { .num = s.end - s.start };
	uint64_t *items = arena_room(a, uint64_t, row.num + 1);
	size_t i;

	for (i = 0; i < row.num; i++)
		items[i] = f->words[s.start + i].hash;
	row.items = items;
	row.common = arena_room(a, bool, row.num + 1);
	return row;
}

/* The index after the items from i on that are (not) common. */
static size_t
skip(const struct lcs_row *r, size_t i, bool common)
{
	while (i < r->num && r->common[i] == common)
		i++;
	return i;
}

/* Reads the next region; false at the end of both rows. */
static bool
next_region(const struct lcs_row *a, const struct lcs_row *b,
    struct region *r)
{
	size_t i = r->old.end, j = r->new.end;
	size_t old_end = skip(a, i, true), new_end = skip(b, j, true);

	r->same = old_end != i && new_end != j;
	if (r->same) {
		/* What comes may interrupt the words that stay in one row. */
		if (old_end - i > new_end - j)
			old_end = i + (new_end - j);
		new_end = j + (old_end - i);
	} else {
		old_end = skip(a, i, false);
		new_end = skip(b, j, false);
	}
	r->old = (struct flat_span){ i, old_end };
	r->new = (struct flat_span){ j, new_end };
	return old_end != i || new_end != j;
}

/* A single word between two changes tells a reader nothing: it goes and comes
 * with them. Returns the new number of regions. */
static size_t
join_changes(struct region *regions, size_t num)
{
	size_t i, n = 0;

	for (i = 0; i < num; i++) {
		bool joins = n != 0 && !regions[n - 1].same &&
		    (!regions[i].same || (i + 1 < num &&
		    regions[i].old.end - regions[i].old.start == 1));

		if (!joins) {
			regions[n++] = regions[i];
			continue;
		}
		regions[n - 1].old.end = regions[i].old.end;
		regions[n - 1].new.end = regions[i].new.end;
	}
	return n;
}

static void
add_run(struct script *s, enum script_act act, struct flat_span span,
    size_t start)
{
	if (span.start != span.end)
		s->runs[s->num++] = (struct script_run){ act,
		    { start + span.start, start + span.end } };
}

struct script
script_make(struct script_sides *s, struct flat_span old,
    struct flat_span new)
{
	struct arena *a = s->arena;
	struct lcs_row x = make_row(a, s->old, old);
	struct lcs_row y = make_row(a, s->new, new);
	struct region r = { .same = false }, *regions;
	struct script script = { .rewritten = !lcs_find(a, x, y,
	    &s->budget) };
	size_t i, num = 0;

	regions = arena_room(a, struct region, x.num + y.num + 1);
	while (next_region(&x, &y, &r))
		regions[num++] = r;
	num = join_changes(regions, num);
	script.runs = arena_room(a, struct script_run, 2 * num + 1);
	for (i = 0; i < num; i++) {
		if (regions[i].same) {
			add_run(&script, SCRIPT_SAME, regions[i].new,
			    new.start);
			continue;
		}
		add_run(&script, SCRIPT_REMOVED, regions[i].old, old.start);
		add_run(&script, SCRIPT_ADDED, regions[i].new, new.start);
	}
	return script;
}

bool
script_is_same(const struct script *s)
{
	return s->num == 0 || (s->num == 1 && s->runs[0].act == SCRIPT_SAME);
}
