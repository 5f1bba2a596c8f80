/* SPDX-License-Identifier: ISC */
#include "base/outside.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/map.h"

static struct {
	pthread_mutex_t	 lock;
	struct arena	*arena;		/* NULL: nothing is noted */
	struct map	 paths;
} outside = { .lock = PTHREAD_MUTEX_INITIALIZER };

void
outside_begin(void)
{
	pthread_mutex_lock(&outside.lock);
	if (outside.arena == NULL) {
		outside.arena = arena_new();
		outside.paths = map_make(outside.arena);
	}
	pthread_mutex_unlock(&outside.lock);
}

void
outside_note(const char *path)
{
	str key = str_of(path);

	pthread_mutex_lock(&outside.lock);
	if (outside.arena != NULL && map_find(&outside.paths, key) == NULL)
		map_slot(&outside.paths, str_copy(outside.arena, key));
	pthread_mutex_unlock(&outside.lock);
}

static int
cmp_path(const void *a, const void *b)
{
	const str *x = a, *y = b;

	return str_cmp(*x, *y);
}

struct strings
outside_end(struct arena *a)
{
	struct strings paths = { NULL, 0 };
	size_t i;

	pthread_mutex_lock(&outside.lock);
	for (i = 0; outside.arena != NULL && i < outside.paths.cap; i++)
		if (outside.paths.slots[i].key.p != NULL)
			strings_add(&paths, a, str_copy(a,
			    outside.paths.slots[i].key));
	arena_free(outside.arena);
	outside.arena = NULL;
	pthread_mutex_unlock(&outside.lock);
	if (paths.num != 0)
		qsort(paths.items, paths.num, sizeof(str), cmp_path);
	return paths;
}
