/* SPDX-License-Identifier: ISC
 *
 * A pool does each round and each task once, on any number of threads; a
 * round may add tasks and wait for them while other rounds run.
 */
#include "test.h"

#include <stdatomic.h>

#include "base/pool.h"

enum { ROUNDS = 500, TASKS = 7, JOBS = 8 };

struct site {
	struct pool	*pool;
	atomic_int	 rounds[ROUNDS];
	atomic_int	 tasks[ROUNDS];
	atomic_int	 strangers;	/* workers that there are not */
	atomic_int	 early;		/* waits that came back too soon */
};

struct piece {
	struct site	*site;
	size_t		 round;
};

static void
note_worker(struct site *s, size_t worker)
{
	if (worker >= pool_jobs(s->pool))
		atomic_fetch_add(&s->strangers, 1);
}

static void
do_task(void *context, size_t worker)
{
	const struct piece *p = context;

	note_worker(p->site, worker);
	atomic_fetch_add(&p->site->tasks[p->round], 1);
}

static void
do_round(void *context, size_t worker, size_t i)
{
	struct site *s = context;
	struct pool_worker self = { s->pool, worker };
	struct pool_batch batch = { 0 };
	struct piece piece = { s, i };
	int t;

	note_worker(s, worker);
	atomic_fetch_add(&s->rounds[i], 1);
	for (t = 0; t < TASKS; t++)
		pool_add(self, &batch, do_task, &piece);
	pool_wait(self, &batch);
	if (atomic_load(&s->tasks[i]) != TASKS)
		atomic_fetch_add(&s->early, 1);
}

/* How many of them are not num. */
static int
others(atomic_int *counts, int num)
{
	int i, wrong = 0;

	for (i = 0; i < ROUNDS; i++)
		wrong += atomic_load(&counts[i]) != num;
	return wrong;
}

static void
test_jobs(size_t jobs)
{
	struct site s = { .pool = pool_open(jobs) };

	pool_each(s.pool, ROUNDS, do_round, &s);
	check(others(s.rounds, 1) == 0, "each round is done once");
	check(others(s.tasks, TASKS) == 0, "each task is done once");
	check(atomic_load(&s.early) == 0, "a wait ends with the last task");
	check(atomic_load(&s.strangers) == 0, "workers are those of the pool");
	pool_each(s.pool, 0, do_round, &s);
	pool_each(s.pool, ROUNDS, do_round, &s);
	check(others(s.rounds, 2) == 0, "a second loop runs as the first");
	pool_close(s.pool);
}

/* Tasks alone, more of them than anybody waits for at once. */
static void
test_tasks(void)
{
	struct site s = { .pool = pool_open(JOBS) };
	struct pool_worker self = { s.pool, 0 };
	struct pool_batch batches[2] = { { 0 }, { 0 } };
	struct piece pieces[ROUNDS];
	size_t i;

	for (i = 0; i < ROUNDS; i++) {
		pieces[i] = (struct piece){ &s, i };
		pool_add(self, &batches[i % 2], do_task, &pieces[i]);
	}
	pool_wait(self, &batches[0]);
	pool_wait(self, &batches[1]);
	pool_wait(self, &batches[1]);
	check(others(s.tasks, 1) == 0, "tasks of two batches are done once");
	pool_close(s.pool);
}

int
main(void)
{
	test_jobs(1);
	test_jobs(2);
	test_jobs(JOBS);
	test_tasks();
	pool_close(pool_open(JOBS));
	check(true, "a pool that nobody used closes");
	check(pool_processors() >= 1, "there is a processor");
	return 0;
}
