/* SPDX-License-Identifier: ISC
 *
 * state: out/.state, by which a build of the whole collection knows that
 * nothing has changed since the last one that succeeded. It may be lost at any
 * time: then everything is made again. state.c explains what it proves and how.
 */
#ifndef BUILD_STATE_H
#define BUILD_STATE_H

#include "build/state_text.h"

struct input;
struct options;
struct state;
struct store;

/* Call before anything of the collection is read. The options are borrowed. */
struct state	*state_open(const struct options *);
/* What the last build said, if a build now would put out and say the same;
 * else, and with --force, NULL, and there is no state any more. */
const struct state_text *state_same(struct state *);
/* The time of state_open(). */
struct timespec	 state_began(const struct state *);
/* What state_write() got as made when the files in out/ were made, if nobody
 * has changed these since, and a build of the same content would put out the
 * same now; else empty. Between store_begin() and the first put. The bytes live
 * until state_close(). */
str		 state_made(struct state *);
/* Call before the files get their names: what is written until then gets a time
 * before that. */
void		 state_settle(const struct state *);
/* Writes what a build that has succeeded depended on, put out and reported;
 * between store_finish() and store_close(). Writes nothing where something may
 * have changed meanwhile. */
void		 state_write(struct state *, const struct input *,
		    const struct store *, str made);
void		 state_close(struct state *);

#endif
