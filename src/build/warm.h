/* SPDX-License-Identifier: ISC
 *
 * warm: a build that has read the whole collection and waits: when a few texts
 * have changed it is finished as if it had just read them all. Each finish is
 * done in a fork of the process, so that the next one begins from the same
 * state. By the code of build.h; the bytes are the same.
 */
#ifndef BUILD_WARM_H
#define BUILD_WARM_H

#include "base/strings.h"

struct options;
struct warm;

/* Reads and checks every document, on one thread. Reports nothing. */
struct warm	*warm_open(const struct options *);
/* Finishes the build of the saved editions, as build_site() with these paths,
 * into the folder, but for pages that list documents and what they need;
 * changed are all editions whose texts may have changed since warm_open().
 * Puts out the pages first, without links to records, which take longer; then
 * calls pages_are_out(), and puts out pages and records. Once in a process,
 * which must end then. Prints the faults; returns the exit status: EXIT_USAGE
 * where an edition is unknown, because its file is new, or gone. */
int		 warm_finish(struct warm *, const char *out,
		    const struct strings *saved, const struct strings *changed,
		    void (*pages_are_out)(void));

#endif
