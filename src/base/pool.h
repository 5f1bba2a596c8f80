/* SPDX-License-Identifier: ISC
 *
 * pool: threads that share work. A loop has large rounds, each done by one
 * thread from beginning to end. Tasks are small and in a queue; a thread that
 * has no round to do, or that waits, does the next one. A task never adds or
 * waits for another.
 */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include <stdbool.h>
#include <stddef.h>

struct pool;

/* A thread of the pool, by its number. Worker 0 is the calling thread. */
struct pool_worker {
	struct pool	*pool;
	size_t		 worker;	/* < pool_jobs() */
};

/* Tasks that are waited for together. A zeroed batch is empty; the caller
 * that adds tasks keeps it until pool_wait() returns. */
struct pool_batch {
	size_t		 open;		/* tasks that are not done */
};

/* At most jobs threads, with the calling one as worker 0; the others start
 * when there is work. Where one cannot be started, the pool has fewer. */
struct pool	*pool_open(size_t jobs);
/* Called after pool_wait() for every batch. */
void		 pool_close(struct pool *);
size_t		 pool_jobs(const struct pool *);

/* Calls work(context, worker, index) once for each index < num. Returns when
 * all rounds are done. Only worker 0 calls it, outside of rounds. */
void	pool_each(struct pool *, size_t num,
	    void (*work)(void *context, size_t worker, size_t index),
	    void *context);

/* Calls task(context, worker) at some time before pool_wait() returns; at once
 * where the pool has one job. */
void	pool_add(struct pool_worker, struct pool_batch *,
	    void (*task)(void *context, size_t worker), void *context);
/* Does tasks, of this batch or of others, until none of this one is open. */
void	pool_wait(struct pool_worker, struct pool_batch *);

/* The number of processors that this process may use, at least 1. */
size_t	pool_processors(void);

#endif
