/* SPDX-License-Identifier: ISC
 *
 * nearest: which of the names that exist was probably meant.
 */
#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include "base/str.h"

/* Offers candidates one after the other; the best by edit distance stays. */
struct nearest {
	str	wanted;
	str	best;			/* borrowed; empty before the first */
	size_t	distance;		/* [edit] */
};

struct nearest	nearest_to(str wanted);
void		nearest_offer(struct nearest *, str candidate);
/* The best one, or “–” where none was offered. */
str		nearest_best(const struct nearest *);

#endif
