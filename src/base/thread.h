/* SPDX-License-Identifier: ISC
 *
 * thread: one loop over independent pieces of work, on several threads.
 */
#ifndef THREAD_H
#define THREAD_H

#include <stddef.h>

/* Calls work(context, worker, index) once for each index < num, on at most
 * jobs threads; worker < jobs tells which one. Returns when all are done.
 * A thread that cannot be started is done without. */
void	thread_each(size_t jobs, size_t num,
	    void (*work)(void *context, size_t worker, size_t index),
	    void *context);
/* The number of processors that this process may use, at least 1. */
size_t	thread_processors(void);

#endif
