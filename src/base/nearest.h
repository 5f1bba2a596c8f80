/* SPDX-License-Identifier: ISC
 *
 * nearest: the existing name that was probably meant, if any.
 */
#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include "base/str.h"

/* The candidate with the smallest edit distance so far. */
struct nearest {
	str	wanted;
	str	best;			/* borrowed; empty before the first */
	size_t	distance;		/* [edit] */
};

struct nearest	nearest_to(str wanted);
void		nearest_offer(struct nearest *, str candidate);
/* The best candidate; empty where none is near: every other byte may differ,
 * every third of a short name; of a path, after the folders in common. */
str		nearest_best(const struct nearest *);

#endif
