/* SPDX-License-Identifier: ISC
 *
 * pool: threads that share work. A loop has large rounds, each done by one
 * thread from beginning to end; tasks are small and stand in a queue, from
 * which whoever has no round to do, or waits, takes the next. A task never
 * adds or waits for another.
 */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include <stdbool.h>
#include <stddef.h>

struct pool;

/* A thread at work: the pool, and which of its workers the thread is. */
struct pool_worker {
	struct pool	*pool;
	size_t		 worker;	/* < pool_jobs() */
};

/* Tasks that are waited for together. A zeroed one is empty; its adder keeps
 * it until it has waited. */
struct batch {
	size_t		 open;		/* tasks that are not done yet */
};

/* At most jobs threads, the calling one, worker 0, among them; the others
 * start when there is work for them. One that cannot be started is done
 * without. */
struct pool	*pool_open(size_t jobs);
/* When every batch has been waited for. */
void		 pool_close(struct pool *);
size_t		 pool_jobs(const struct pool *);

/* Calls work(context, worker, index) once for each index < num. Returns when
 * all rounds are done. For worker 0, outside of rounds. */
void	pool_each(struct pool *, size_t num,
	    void (*work)(void *context, size_t worker, size_t index),
	    void *context);

/* Calls task(context, worker) some time before pool_wait() returns; at once
 * where the pool is of one job. */
void	pool_add(struct pool_worker, struct batch *,
	    void (*task)(void *context, size_t worker), void *context);
/* Does tasks, of this batch or of others, until none of it is open. */
void	pool_wait(struct pool_worker, struct batch *);

/* Calls act(context) once for each flag, false at first; whoever comes
 * meanwhile waits until it is done. */
void	pool_once(struct pool *, bool *done, void (*act)(void *context),
	    void *context);

/* The number of processors that this process may use, at least 1. */
size_t	pool_processors(void);

#endif
