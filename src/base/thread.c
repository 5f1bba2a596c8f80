/* SPDX-License-Identifier: ISC */
#include "thread.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <unistd.h>

#include "mem.h"

struct pool {
	void		(*work)(void *, size_t, size_t);
	void		*context;
	size_t		 num;
	atomic_size_t	 next;
};

struct worker {
	struct pool	*pool;
	pthread_t	 thread;
	size_t		 index;
	bool		 started;
};

static void *
run(void *argument)
{
	struct worker *w = argument;
	size_t i;

	while ((i = atomic_fetch_add(&w->pool->next, 1)) < w->pool->num)
		w->pool->work(w->pool->context, w->index, i);
	return NULL;
}

void
thread_each(size_t jobs, size_t num, void (*work)(void *, size_t, size_t),
    void *context)
{
	struct pool pool = { work, context, num, 0 };
	struct worker *workers;
	size_t i;

	if (jobs > num)
		jobs = num;
	if (jobs == 0)
		return;
	workers = mem_calloc(jobs, sizeof(*workers));
	for (i = 0; i < jobs; i++)
		workers[i] = (struct worker){ .pool = &pool, .index = i };
	for (i = 1; i < jobs; i++)
		workers[i].started = pthread_create(&workers[i].thread, NULL,
		    run, &workers[i]) == 0;
	run(&workers[0]);
	for (i = 1; i < jobs; i++)
		if (workers[i].started)
			pthread_join(workers[i].thread, NULL);
	mem_free(workers);
}

size_t
thread_processors(void)
{
	long num = sysconf(_SC_NPROCESSORS_ONLN);

	return num > 1 ? (size_t)num : 1;
}
