/* SPDX-License-Identifier: ISC
 *
 * program: runs other programs to their end, for work that is too large for a
 * library or that is theirs (ssh, rsync).
 */
#ifndef BASE_PROGRAM_H
#define BASE_PROGRAM_H

#include "base/sink.h"

/* A program that cannot be started, or that a signal ended. */
enum { PROGRAM_FAILED = 127 };

/* Runs argv[0], found in PATH, with UTC as its time zone and input as its
 * standard input. Appends its standard output to output, and the first 64 KiB
 * of its standard error, or a little more, to said. Each of the two may be
 * NULL: then what is printed there is lost. Returns its exit status or
 * PROGRAM_FAILED. */
int	program_run(const char *const argv[], str input, struct sink *output,
	    struct sink *said);

/* For a program that reads foreign bytes. */
struct program_limits {
	unsigned	seconds;	/* of a processor; by the clock 4 times
					 * as many */
	size_t		memory;		/* address space [byte] */
	size_t		output;		/* [byte] */
};

/* The same with limits. A program that exceeds one is ended, and the result is
 * PROGRAM_FAILED. */
int	program_run_within(const char *const argv[], str input,
	    struct sink *output, struct sink *said,
	    const struct program_limits *);

/* “user@machine:4711”: the name of this process for others. */
str	program_self(struct arena *);
/* Whether self names a process of this machine that has ended. */
bool	program_is_gone(struct arena *, str self);

#endif
