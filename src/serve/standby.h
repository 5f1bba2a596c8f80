/* SPDX-License-Identifier: ISC
 *
 * standby: a process that has read the whole collection (build/warm.h), and
 * builds a few saved editions as fast as if there were no others.
 */
#ifndef SERVE_STANDBY_H
#define SERVE_STANDBY_H

#include <sys/types.h>

#include "base/sink.h"
#include "base/strings.h"

struct options;

struct standby {
	pid_t		pid;		/* 0: none */
	int		requests;	/* is written to */
	int		fd;		/* is read; to wait for */
	bool		ready;		/* it has read everything */
	bool		busy;		/* with a build */
	struct sink	said;		/* messages of that */
};

enum standby_answer { STANDBY_NOTHING, STANDBY_PAGES, STANDBY_DONE,
	STANDBY_DIED };

/* Starts it; every edition that is saved from now on is a changed one. Without
 * a process there is no standby. */
void	standby_start(struct standby *, const struct options *,
	    const char *out);
void	standby_stop(struct standby *);
/* Begins a build; only where it is ready and not busy. */
void	standby_build(struct standby *, const struct strings *saved,
	    const struct strings *changed);
/* Reads what it says without waiting: PAGES where the pages of a build are out,
 * and its records are not; DONE once when it has ended, with its exit
 * status. */
enum standby_answer standby_step(struct standby *, int *status);

#endif
