/* SPDX-License-Identifier: ISC
 *
 * Holds the line breaker against a brute force over all sets of breaks: for
 * 200 paragraphs of at most 25 break candidates the demerits are equal. The
 * formulas are written anew here, from the contract in line.h.
 */
#include "../unit/test.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "layout/line.h"

enum { PARAGRAPHS = 200, CANDIDATES = 25, ITEMS = 4 * CANDIDATES };

struct text {
	struct line_item	items[ITEMS];
	size_t			num;
	struct line_shape	shape;
	struct line_pass	pass;
	double			best;
};

static uint64_t state = 42;

static unsigned
draw(unsigned below)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(state >> 33) % below;
}

static void
put(struct text *t, struct line_item it)
{
	t->items[t->num++] = it;
}

static void
put_word(struct text *t, size_t *candidates)
{
	unsigned parts = 1 + draw(4), i;

	for (i = 0; i < parts && *candidates < CANDIDATES - 1; i++) {
		if (i > 0) {
			put(t, (struct line_item){ LINE_BREAK, draw(5) != 0,
			    draw(2) * 1.9, 0, 0, 10.0 * draw(12), false });
			if (!t->items[t->num - 1].hyphen)
				t->items[t->num - 1].torn = draw(2) == 0;
			++*candidates;
		}
		put(t, (struct line_item){ .kind = LINE_BOX,
		    .stretch = draw(1000) / 4e3, .shrink = draw(1000) / 4e3,
		    .width = 5 + draw(20000) / 1e3 });
	}
}

static void
make(struct text *t)
{
	size_t candidates = 0;

	*t = (struct text){ .shape = { 60.0007 + draw(120000) / 1e3, 0,
	    20 } };
	if (draw(4) == 0)
		t->shape.fill = 20 + draw(20);
	put_word(t, &candidates);
	while (candidates < CANDIDATES - 2) {
		put(t, (struct line_item){ LINE_GAP, false, 2.7,
		    1.4, 0.9, 0, false });
		candidates++;
		put_word(t, &candidates);
	}
}

static double
ratio(const struct text *t, double w, double y, double z, bool last)
{
	double spare = t->shape.width - w;

	if ((last && spare > 0) || fabs(spare) < 1e-6)
		return 0;
	if (spare > 0) {
		if (t->shape.fill > 0)
			y = t->shape.fill;
		return y > 0 ? fmin(spare / y, 1e3) : 1e3;
	}
	return t->shape.fill > 0 || z <= 0 ? -1e3 : spare / z;
}

static int
class_of(const struct text *t, double r)
{
	if (t->shape.fill > 0)
		return 1;
	return r < -0.5 ? 0 : r <= 0.5 ? 1 : r <= 1 ? 2 : 3;
}

/* All sets of breaks after the one whose line begins at from. */
static void
try_from(struct text *t, size_t from, int class, int hyphens, double sum,
    bool first)
{
	double w = 0, y = 0, z = 0, r, d, width, bad;
	size_t k;

	while (from < t->num && t->items[from].kind != LINE_BOX)
		from++;
	for (k = from; k <= t->num; k++) {
		const struct line_item *it = k < t->num ? &t->items[k] : NULL;
		bool last = it == NULL;
		bool hyphen = it != NULL && it->hyphen;

		if (it != NULL && it->kind == LINE_BOX) {
			w += it->width;
			y += it->stretch;
			z += it->shrink;
			continue;
		}
		width = w + (it != NULL && it->kind == LINE_BREAK ?
		    it->width : 0);
		r = ratio(t, width, y, z, last);
		if (r >= -1 && r <= t->pass.tolerance && k > from && (it == NULL
		    || !it->torn || isinf(t->pass.tolerance)) && (!hyphen ||
		    (t->pass.hyphens && (hyphens < LINE_HYPHENS ||
		    isinf(t->pass.tolerance)))) && (!last || hyphens == 0 ||
		    t->pass.last_hyphen)) {
			bad = fmin(100 * fabs(r * r * r), 1e7);
			d = (10 + bad) * (10 + bad);
			if (it != NULL)
				d += it->penalty * it->penalty;
			if (hyphen && hyphens > 0)
				d += LINE_IN_ROW;
			if (last && hyphens > 0)
				d += LINE_LAST_HYPHEN;
			if (last && width < t->shape.minimum)
				d += LINE_SHORT;
			if (!first && abs(class_of(t, r) - class) > 1)
				d += LINE_CHANGE;
			if (last) {
				if (sum + d < t->best)
					t->best = sum + d;
			} else if (sum + d < t->best) {
				try_from(t, k + 1, class_of(t, r),
				    hyphen ? hyphens + 1 : 0, sum + d, false);
			}
		}
		if (it != NULL && it->kind == LINE_GAP) {
			w += it->width;
			y += it->stretch;
			z += it->shrink;
		}
	}
}

static double
brute(struct text *t)
{
	size_t i;

	for (i = 0; i < LINE_PASSES; i++) {
		t->pass = line_passes[i];
		t->best = HUGE_VAL;
		try_from(t, 0, 1, 0, 0, true);
		if (t->best < HUGE_VAL)
			break;
	}
	return t->best;
}

int
main(void)
{
	struct arena *a = arena_new(), *scratch = arena_new();
	struct text t;
	struct broken_lines found;
	double best;
	int i;

	for (i = 0; i < PARAGRAPHS; i++) {
		make(&t);
		found = line_break(a, scratch, t.items, t.num, &t.shape);
		best = brute(&t);
		check(fabs(found.demerits - best) <= 1e-6 * best,
		    "paragraph %d", i);
	}
	arena_free(a);
	arena_free(scratch);
	return 0;
}
