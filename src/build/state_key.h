/* SPDX-License-Identifier: ISC
 *
 * state_key: what a build depends on beside the files that it reads: the
 * program and its libraries, the command line, the environment. Part of state.
 */
#ifndef BUILD_STATE_KEY_H
#define BUILD_STATE_KEY_H

#include <time.h>

#include "base/str.h"

struct arena;
struct options;

/* The digest of all this, as 64 hexadecimal digits; in arena; empty where the
 * system does not tell which program this is. *newest becomes
 * the last change of the program or a library, if that is later. The day that
 * counts as today is not in it. */
str	state_key_make(struct arena *, const struct options *,
	    struct timespec *newest);

#endif
