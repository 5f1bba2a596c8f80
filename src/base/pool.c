/* SPDX-License-Identifier: ISC */
#include "base/pool.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <unistd.h>

#include "base/mem.h"

struct loop {
	void		(*work)(void *, size_t, size_t);
	void		*context;
	size_t		 num;
	atomic_size_t	 next;
};

struct task {
	void		(*work)(void *, size_t);
	void		*context;
	struct pool_batch *batch;
	struct task	*next;
};

struct thread {
	struct pool	*pool;
	size_t		 worker;
	pthread_t	 thread;
};

struct pool {
	size_t		 jobs;
	pthread_mutex_t	 lock;		/* for all members below */
	pthread_cond_t	 changed;
	struct thread	*threads;	/* NULL until there is work */
	cpu_set_t	 allowed;	/* processors */
	size_t		 num_threads;	/* that were started */
	struct loop	*loop;		/* or NULL */
	size_t		 in_loop;	/* threads */
	struct task	*first;
	struct task	*last;
	bool		 closing;
};

struct pool *
pool_open(size_t jobs)
{
	struct pool *p = mem_alloc(sizeof(*p));

	p->jobs = jobs != 0 ? jobs : 1;
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->changed, NULL);
	return p;
}

size_t
pool_jobs(const struct pool *p)
{
	return p->jobs;
}

/* --- The work of a thread; called with the lock --- */

static bool
has_round(const struct pool *p)
{
	return p->loop != NULL &&
	    atomic_load(&p->loop->next) < p->loop->num;
}

static void
do_rounds(struct pool *p, size_t worker)
{
	struct loop *l = p->loop;
	size_t i;

	p->in_loop++;
	pthread_mutex_unlock(&p->lock);
	while ((i = atomic_fetch_add(&l->next, 1)) < l->num)
		l->work(l->context, worker, i);
	pthread_mutex_lock(&p->lock);
	p->in_loop--;
	pthread_cond_broadcast(&p->changed);
}

static void
do_task(struct pool *p, size_t worker)
{
	struct task *t = p->first;

	p->first = t->next;
	pthread_mutex_unlock(&p->lock);
	t->work(t->context, worker);
	pthread_mutex_lock(&p->lock);
	if (--t->batch->open == 0)
		pthread_cond_broadcast(&p->changed);
	mem_free(t);
}

static void
do_task_or_wait(struct pool *p, size_t worker)
{
	if (p->first != NULL)
		do_task(p, worker);
	else
		pthread_cond_wait(&p->changed, &p->lock);
}

static void *
run(void *argument)
{
	const struct thread *t = argument;
	struct pool *p = t->pool;

	pthread_setaffinity_np(pthread_self(), sizeof(p->allowed), &p->allowed);
	mem_start_thread();
	pthread_mutex_lock(&p->lock);
	while (!p->closing)
		if (has_round(p))
			do_rounds(p, t->worker);
		else
			do_task_or_wait(p, t->worker);
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

/* --- Threads --- */

/* Selects the processor that the worker starts on. Without it the kernel often
 * starts a new thread on its parent's processor, and needs more time to move
 * it than a document takes. Afterwards the thread may run on all. */
static void
select_processor(const struct pool *p, size_t worker,
    pthread_attr_t *attributes)
{
	int here = sched_getcpu();
	size_t cpu = (size_t)here;
	cpu_set_t one;

	if (here < 0 || CPU_COUNT(&p->allowed) < 2)
		return;
	for (; worker > 0; worker--)
		do
			cpu = (cpu + 1) % CPU_SETSIZE;
		while (!CPU_ISSET(cpu, &p->allowed));
	CPU_ZERO(&one);
	CPU_SET(cpu, &one);
	pthread_attr_setaffinity_np(attributes, sizeof(one), &one);
}

static bool
start(struct pool *p, struct thread *t)
{
	pthread_attr_t attributes;
	bool started;

	if (pthread_attr_init(&attributes) != 0)
		return false;
	select_processor(p, t->worker, &attributes);
	started = pthread_create(&t->thread, &attributes, run, t) == 0;
	pthread_attr_destroy(&attributes);
	/* The kernel may refuse the processor: then any one will do. */
	return started || pthread_create(&t->thread, NULL, run, t) == 0;
}

static void
start_threads(struct pool *p)
{
	struct thread *t;
	size_t i;

	if (p->threads != NULL)
		return;
	if (sched_getaffinity(0, sizeof(p->allowed), &p->allowed) != 0)
		CPU_ZERO(&p->allowed);
	p->threads = mem_calloc(p->jobs, sizeof(*p->threads));
	for (i = 1; i < p->jobs; i++) {
		t = &p->threads[p->num_threads];
		*t = (struct thread){ .pool = p, .worker = i };
		if (start(p, t))
			p->num_threads++;
	}
}

/* --- Adding work --- */

void
pool_each(struct pool *p, size_t num, void (*work)(void *, size_t, size_t),
    void *context)
{
	struct loop loop = { work, context, num, 0 };

	pthread_mutex_lock(&p->lock);
	p->loop = &loop;
	if (num > 1 && p->jobs > 1) {
		start_threads(p);
		pthread_cond_broadcast(&p->changed);
	}
	do_rounds(p, 0);
	while (p->in_loop != 0)
		do_task_or_wait(p, 0);
	p->loop = NULL;
	pthread_mutex_unlock(&p->lock);
}

static void
queue(struct pool *p, struct task *t)
{
	if (p->first == NULL)
		p->first = t;
	else
		p->last->next = t;
	p->last = t;
}

void
pool_add(struct pool_worker w, struct pool_batch *b,
    void (*work)(void *, size_t), void *context)
{
	struct pool *p = w.pool;
	struct task *t;

	if (p->jobs == 1) {
		work(context, w.worker);
		return;
	}
	t = mem_alloc(sizeof(*t));
	*t = (struct task){ .work = work, .context = context, .batch = b };
	pthread_mutex_lock(&p->lock);
	start_threads(p);
	queue(p, t);
	b->open++;
	pthread_cond_signal(&p->changed);
	pthread_mutex_unlock(&p->lock);
}

void
pool_wait(struct pool_worker w, struct pool_batch *b)
{
	pthread_mutex_lock(&w.pool->lock);
	while (b->open != 0)
		do_task_or_wait(w.pool, w.worker);
	pthread_mutex_unlock(&w.pool->lock);
}

void
pool_close(struct pool *p)
{
	size_t i;

	pthread_mutex_lock(&p->lock);
	p->closing = true;
	pthread_cond_broadcast(&p->changed);
	pthread_mutex_unlock(&p->lock);
	for (i = 0; i < p->num_threads; i++)
		pthread_join(p->threads[i].thread, NULL);
	pthread_mutex_destroy(&p->lock);
	pthread_cond_destroy(&p->changed);
	mem_free(p->threads);
	mem_free(p);
}

size_t
pool_processors(void)
{
	cpu_set_t allowed;
	long num = sysconf(_SC_NPROCESSORS_ONLN);

	if (sched_getaffinity(0, sizeof(allowed), &allowed) == 0)
		num = CPU_COUNT(&allowed);
	return num > 1 ? (size_t)num : 1;
}
