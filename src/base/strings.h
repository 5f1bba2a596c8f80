/* SPDX-License-Identifier: ISC
 *
 * strings: a list of strings in an arena.
 */
#ifndef BASE_STRINGS_H
#define BASE_STRINGS_H

#include "base/str.h"

struct arena;

struct strings {
	str	*items;
	size_t	 num;
};

/* Appends s (borrowed). All additions to a list must be made by this function
 * and with the same arena. */
void	strings_add(struct strings *, struct arena *, str);
/* Those of the sorted strings that begin with the start; borrowed. */
struct strings strings_beginning(const struct strings *, str start);

#endif
