/* SPDX-License-Identifier: ISC */
#include "base/nearest.h"

#include <stdint.h>

/* Of longer names only the beginning is compared: a hint in a message is not
 * worth quadratic time for a hostile name. */
enum { LIMIT = 80 };
/* Of a shorter name fewer bytes may differ [byte]. */
enum { SHORT = 5 };

struct nearest
nearest_to(str wanted)
{
	return (struct nearest){ .wanted = str_upto(wanted, LIMIT),
	    .distance = SIZE_MAX };
}

static size_t
least(size_t a, size_t b, size_t c)
{
	if (b < a)
		a = b;
	return c < a ? c : a;
}

/* The number of bytes to insert, delete or replace, or of neighbours to
 * exchange; three rows of the table at a time. */
static size_t
distance(str s, str t)
{
	size_t rows[3][LIMIT + 1], *row = rows[0], *above = rows[1];
	size_t *over = rows[2], *spare, i, j;

	for (j = 0; j <= t.len; j++)
		row[j] = j;
	for (i = 1; i <= s.len; i++) {
		spare = over;
		over = above;
		above = row;
		row = spare;
		row[0] = i;
		for (j = 1; j <= t.len; j++) {
			row[j] = least(above[j] + 1, row[j - 1] + 1,
			    above[j - 1] + (s.p[i - 1] != t.p[j - 1]));
			if (i > 1 && j > 1 && s.p[i - 1] == t.p[j - 2] &&
			    s.p[i - 2] == t.p[j - 1] &&
			    over[j - 2] + 1 < row[j])
				row[j] = over[j - 2] + 1;
		}
	}
	return row[t.len];
}

void
nearest_offer(struct nearest *n, str candidate)
{
	size_t d = distance(n->wanted, str_upto(candidate, LIMIT));

	if (d < n->distance ||
	    (d == n->distance && str_cmp(candidate, n->best) < 0)) {
		n->distance = d;
		n->best = candidate;
	}
}

/* Without the folders that both paths begin with, for which a path is not
 * nearer than another one there. */
static void
drop_folders(str *s, str *t)
{
	size_t i, at = 0;

	for (i = 0; i < s->len && i < t->len && s->p[i] == t->p[i]; i++)
		if (s->p[i] == '/')
			at = i + 1;
	*s = str_from(*s, at);
	*t = str_from(*t, at);
}

static bool
is_near(const struct nearest *n)
{
	str s = n->wanted, t = str_upto(n->best, LIMIT);
	size_t longer;

	drop_folders(&s, &t);
	longer = s.len > t.len ? s.len : t.len;
	return n->distance * (longer < SHORT ? 3 : 2) <= longer;
}

str
nearest_best(const struct nearest *n)
{
	return n->best.len != 0 && is_near(n) ? n->best : S("");
}
