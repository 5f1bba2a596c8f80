/* SPDX-License-Identifier: ISC */
#include "base/progress.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE = 1000, PERIOD = 250 };		/* [ms] */

static struct {
	pthread_mutex_t	 lock;		/* for what follows but steps */
	pthread_cond_t	 ended;
	pthread_t	 thread;
	bool		 allowed;
	bool		 running;	/* the thread is */
	bool		 painted;
	bool		 hidden;	/* until the next renewal */
	str		 what;
	size_t		 total;
	struct timespec	 begun;		/* the stage */
	struct timespec	 allowed_at;
	atomic_size_t	 steps;
} state = { .lock = PTHREAD_MUTEX_INITIALIZER,
	.ended = PTHREAD_COND_INITIALIZER };

/* --- With the lock */

static void
clear(void)
{
	if (state.painted)
		fputs("\r\033[K", stderr);
	state.painted = false;
}

static void
paint(void)
{
	size_t steps = atomic_load_explicit(&state.steps,
	    memory_order_relaxed);
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	fprintf(stderr, "\r\033[K%.*s ", (int)state.what.len,
	    state.what.p);
	if (state.total != 0 && steps != 0)
		fprintf(stderr, "%zu / %zu", steps, state.total);
	else
		fprintf(stderr, "%ld s", (long)(now.tv_sec -
		    state.begun.tv_sec));
	fflush(stderr);
	state.painted = true;
}

/* Waits for the end of the line; false: the time is over. */
static bool
wait_end(long milliseconds)
{
	struct timespec until;
	int fault = 0;

	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += milliseconds / 1000;
	until.tv_nsec += milliseconds % 1000 * 1000000;
	until.tv_sec += until.tv_nsec / 1000000000;
	until.tv_nsec %= 1000000000;
	while (state.running && fault != ETIMEDOUT)
		fault = pthread_cond_timedwait(&state.ended, &state.lock,
		    &until);
	return !state.running;
}

/* --- The thread */

/* How long until the program has run for a second [ms]. */
static long
patience(void)
{
	const struct timespec *from = &state.allowed_at, *to = &state.begun;
	long past = (long)(to->tv_sec - from->tv_sec) * 1000 +
	    (to->tv_nsec - from->tv_nsec) / 1000000;

	return past < PATIENCE ? PATIENCE - past : 0;
}

static void *
renew(void *nothing)
{
	bool ended;

	(void)nothing;
	pthread_mutex_lock(&state.lock);
	for (ended = wait_end(patience()); !ended; ended = wait_end(PERIOD)) {
		if (!state.hidden)
			paint();
		state.hidden = false;
	}
	pthread_mutex_unlock(&state.lock);
	return NULL;
}

void
progress_allow(void)
{
	state.allowed = isatty(STDERR_FILENO) != 0;
	clock_gettime(CLOCK_MONOTONIC, &state.allowed_at);
}

void
progress_begin(str what, size_t total)
{
	if (!state.allowed)
		return;
	pthread_mutex_lock(&state.lock);
	state.what = what;
	state.total = total;
	atomic_store(&state.steps, 0);
	clock_gettime(CLOCK_MONOTONIC, &state.begun);
	if (!state.running) {
		state.running = true;
		state.running = pthread_create(&state.thread, NULL, renew,
		    NULL) == 0;
	}
	pthread_mutex_unlock(&state.lock);
}

void
progress_step(void)
{
	if (state.allowed)
		atomic_fetch_add_explicit(&state.steps, 1,
		    memory_order_relaxed);
}

void
progress_hide(void)
{
	if (!state.allowed)
		return;
	pthread_mutex_lock(&state.lock);
	clear();
	fflush(stderr);
	state.hidden = true;
	pthread_mutex_unlock(&state.lock);
}

void
progress_end(void)
{
	bool running;

	if (!state.allowed)
		return;
	pthread_mutex_lock(&state.lock);
	running = state.running;
	state.running = false;
	clear();
	fflush(stderr);
	pthread_cond_signal(&state.ended);
	pthread_mutex_unlock(&state.lock);
	if (running)
		pthread_join(state.thread, NULL);
}
