/* SPDX-License-Identifier: ISC
 *
 * program: other programs, run to their end: what costs too much to carry
 * as a library, or is not ours to carry (ssh, rsync).
 */
#ifndef BASE_PROGRAM_H
#define BASE_PROGRAM_H

#include "base/sink.h"

/* A program that cannot be started, or that a signal ended. */
enum { PROGRAM_FAILED = 127 };

/* Runs argv[0], looked up in PATH, its days and hours in UTC. It reads
 * input; what it prints is put to output, what it says on standard error to
 * said. Returns its exit status or PROGRAM_FAILED. */
int	program_run(const char *const argv[], str input, struct sink *output,
	    struct sink *said);

/* “user@machine:4711”: this process, as another one is told of it. */
str	program_self(struct arena *);
/* Whether self names a process of this machine that is no more. */
bool	program_is_gone(struct arena *, str self);

#endif
