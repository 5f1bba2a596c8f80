/* SPDX-License-Identifier: ISC
 *
 * map: from a str to a number or pointer. Grows; keys are never removed. Its
 * order is not fixed, so output must not depend on it.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/str.h"

struct map_slot {
	str	 key;			/* borrowed */
	size_t	 number;		/* the caller's; 0 at first */
	void	*value;			/* the caller's; NULL at first */
};

struct map {
	struct arena	*arena;
	struct map_slot	*slots;
	size_t		 num;
	size_t		 cap;		/* a power of two, or 0 */
};

struct map	 map_make(struct arena *);
/* Makes room for num keys at once, because growing leaves the old slots in
 * the arena. */
void		 map_reserve(struct map *, size_t num);
/* The slot of the key, or NULL. */
struct map_slot	*map_find(const struct map *, str key);
/* The slot of the key, made where there is none. Slots move when the next key
 * is made. */
struct map_slot	*map_slot(struct map *, str key);

#endif
