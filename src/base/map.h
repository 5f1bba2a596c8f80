/* SPDX-License-Identifier: ISC
 *
 * map: from a str to a number or pointer. Grows; never forgets a key. Its
 * order is never shown: whoever lists, lists something else.
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
/* Room for num keys at once: growing leaves its old slots in the arena. */
void		 map_reserve(struct map *, size_t num);
/* The slot of the key, or NULL. */
struct map_slot	*map_find(const struct map *, str key);
/* The slot of the key, made where it is not there yet. Slots move when the
 * next key is made. */
struct map_slot	*map_slot(struct map *, str key);

#endif
