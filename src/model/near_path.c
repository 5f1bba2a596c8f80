/* SPDX-License-Identifier: ISC */
#include "model/near_path.h"

struct near_path
near_path_to(str wanted)
{
	return (struct near_path){ .similar = nearest_to(wanted),
	    .level = S(""), .above = S("") };
}

/* Whether the parts of a path stand in a longer one, in their order, the first
 * and the last at its ends. */
static bool
is_within(str path, str longer)
{
	str part, other;

	if (!str_eq(str_from(path, str_rfind(path, '/')),
	    str_from(longer, str_rfind(longer, '/'))) ||
	    !str_eq(str_upto(path, str_find(path, '/')),
	    str_upto(longer, str_find(longer, '/'))))
		return false;
	while (str_cut(&path, '/', &part)) {
		do
			if (!str_cut(&longer, '/', &other))
				return false;
		while (!str_eq(part, other));
	}
	return true;
}

/* Whether the candidate is nearer to the wanted length; a tie is broken. */
static bool
is_better(const struct near_path *n, str candidate)
{
	size_t wanted = n->similar.wanted.len, a = candidate.len,
	    b = n->level.len;

	if (b == 0)
		return true;
	a = a > wanted ? a - wanted : wanted - a;
	b = b > wanted ? b - wanted : wanted - b;
	return a != b ? a < b : str_cmp(candidate, n->level) < 0;
}

void
near_path_offer(struct near_path *n, str candidate)
{
	str wanted = n->similar.wanted;
	bool is_path = str_find(wanted, '/') != wanted.len;

	nearest_offer(&n->similar, candidate);
	if (!is_path)
		return;
	if (str_find(candidate, '/') != candidate.len &&
	    (is_within(wanted, candidate) || is_within(candidate, wanted)) &&
	    is_better(n, candidate))
		n->level = candidate;
	if (candidate.len > n->above.len && candidate.len < wanted.len &&
	    wanted.p[candidate.len] == '/' && str_starts(wanted, candidate))
		n->above = candidate;
}

str
near_path_best(const struct near_path *n)
{
	str similar;

	if (n->level.len != 0)
		return n->level;
	similar = nearest_best(&n->similar);
	return similar.len != 0 ? similar : n->above;
}
