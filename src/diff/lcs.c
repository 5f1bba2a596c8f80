/* SPDX-License-Identifier: ISC */
#include "diff/lcs.h"

#include <string.h>

#include "base/arena.h"

struct search {
	const uint64_t	*a, *b;
	int		 n, m;
	int		*front;		/* by diagonal: the furthest x */
	int		**traces;	/* fronts before each number of
					 * differences: 2d + 1 diagonals */
	size_t		*budget;
};

static bool
pay(size_t *budget, size_t steps)
{
	if (*budget < steps) {
		*budget = 0;
		return false;
	}
	*budget -= steps;
	return true;
}

/* Whether the path to diagonal k comes from above: an item of b is added. */
static bool
is_down(const int *front, int d, int k)
{
	return k == -d || (k != d && front[k - 1] < front[k + 1]);
}

/* One more difference. Returns whether both rows are at their ends. */
static bool
advance(struct search *s, int d)
{
	int *v = s->front;
	int k, x, start;
	size_t steps = 0;
	bool done = false;

	for (k = -d; k <= d && !done; k += 2) {
		start = x = is_down(v, d, k) ? v[k + 1] : v[k - 1] + 1;
		while (x < s->n && x - k < s->m && x - k >= 0 &&
		    s->a[x] == s->b[x - k])
			x++;
		v[k] = x;
		steps += (size_t)(x - start) + 1;
		done = x >= s->n && x - k >= s->m;
	}
	if (!pay(s->budget, steps))
		*s->budget = 0;
	return done;
}

static void
keep_trace(struct search *s, struct arena *a, int d)
{
	size_t num = 2 * (size_t)d + 3;
	int *trace = arena_room(a, int, num);

	memcpy(trace, s->front - d - 1, num * sizeof(*trace));
	s->traces[d] = trace + d + 1;
}

/* Follows the path back and sets the common items. */
static void
follow(const struct search *s, int d, bool *in_a, bool *in_b)
{
	int x = s->n, y = s->m, k, from;

	for (; d >= 0; d--) {
		k = x - y;
		from = d == 0 ? 0 : is_down(s->traces[d], d, k) ?
		    s->traces[d][k + 1] : s->traces[d][k - 1] + 1;
		while (x > from) {
			x--;
			y--;
			in_a[x] = in_b[y] = true;
		}
		if (d == 0)
			break;
		if (is_down(s->traces[d], d, k))
			y--;
		else
			x--;
	}
}

static bool
search(struct arena *a, struct search *s, bool *in_a, bool *in_b)
{
	int d, most = s->n + s->m < LCS_DIFFERENCES ? s->n + s->m :
	    LCS_DIFFERENCES;
	struct arena_state state = arena_state(a);
	bool done = false;

	s->front = arena_array(a, int, 2 * (size_t)most + 4);
	s->front += most + 2;
	s->traces = arena_array(a, int *, (size_t)most + 1);
	for (d = 0; d <= most && !done && *s->budget != 0; d++) {
		keep_trace(s, a, d);
		done = advance(s, d);
	}
	if (done)
		follow(s, d - 1, in_a, in_b);
	arena_rewind(a, state);
	return done;
}

bool
lcs_find(struct arena *arena, struct lcs_row a, struct lcs_row b,
    size_t *budget)
{
	size_t start = 0, end = 0, least = a.num < b.num ? a.num : b.num;
	struct search s = { 0 };

	s.budget = budget;
	while (start < least && a.items[start] == b.items[start])
		start++;
	while (end < least - start &&
	    a.items[a.num - 1 - end] == b.items[b.num - 1 - end])
		end++;
	memset(a.common, 0, a.num);
	memset(b.common, 0, b.num);
	memset(a.common, true, start);
	memset(b.common, true, start);
	memset(a.common + a.num - end, true, end);
	memset(b.common + b.num - end, true, end);
	a.num -= start + end;
	b.num -= start + end;
	if (a.num == 0 || b.num == 0)
		return true;
	if (a.num > INT32_MAX / 4 || b.num > INT32_MAX / 4)
		return false;
	s.a = a.items + start;
	s.b = b.items + start;
	s.n = (int)a.num;
	s.m = (int)b.num;
	return search(arena, &s, a.common + start, b.common + start);
}
