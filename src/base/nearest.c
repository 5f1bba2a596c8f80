/* SPDX-License-Identifier: ISC */
#include "base/nearest.h"

#include <stdint.h>

/* Of longer names only the beginning is compared: a hint in a message is not
 * worth quadratic time for a hostile name. */
enum { LIMIT = 80 };

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

/* Levenshtein's distance, one row at a time. */
static size_t
distance(str s, str t)
{
	size_t row[LIMIT + 1], i, j, corner, above;

	for (j = 0; j <= t.len; j++)
		row[j] = j;
	for (i = 1; i <= s.len; i++) {
		corner = row[0];
		row[0] = i;
		for (j = 1; j <= t.len; j++) {
			above = row[j];
			row[j] = least(above + 1, row[j - 1] + 1,
			    corner + (s.p[i - 1] != t.p[j - 1]));
			corner = above;
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

str
nearest_best(const struct nearest *n)
{
	return n->best.len != 0 ? n->best : S("–");
}
