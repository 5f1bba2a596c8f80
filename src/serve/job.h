/* SPDX-License-Identifier: ISC
 *
 * job: one build in a process of its own, with the code of “matbu build”.
 */
#ifndef SERVE_JOB_H
#define SERVE_JOB_H

#include <sys/types.h>

#include "base/sink.h"
#include "base/strings.h"

struct options;

/* BEHIND: the browser and the next save come first. */
enum job_haste { JOB_NOW, JOB_BEHIND };

enum { JOB_NICE = 19 };			/* of a process that waits */

struct job {
	pid_t		pid;		/* 0: none is running */
	pid_t		stopped;	/* was ended, but is there; 0: none */
	int		fd;		/* its messages; readable at its end */
	struct sink	said;
};

/* In a new process: leaves it nothing of the server's but memory, not its
 * connections nor its signals; standard input and error become these (-1:
 * none), and it ends with its parent. */
void	job_let_go(int input, int said);
/* Starts a build of the paths, of everything where there are none, into the
 * folder; with the renderers of build/options.h. False: no process could be
 * started. */
bool	job_start(struct job *, const struct options *, const char *out,
	    const struct strings *paths, unsigned renderers,
	    enum job_haste);
/* Whether what was stopped has gone; waits for that where it must. */
bool	job_has_gone(struct job *, bool wait);
/* Reads its messages without waiting. Returns true when the build has ended;
 * *status is its exit status. */
bool	job_is_done(struct job *, int *status);
/* Appends what can be read without waiting. Returns false while the other end
 * is open. */
bool	job_read(int fd, struct sink *);
/* Ends it; does not wait until it has gone, which may take long where it was
 * writing. */
void	job_stop(struct job *);

#endif
