/* SPDX-License-Identifier: ISC
 *
 * made: which editions need not be rendered again, because what their files in
 * out/ were made from is as it was. made.c explains why nothing is forgotten.
 */
#ifndef BUILD_MADE_H
#define BUILD_MADE_H

#include <time.h>

#include "base/str.h"

struct arena;
struct html_lists;
struct made;
struct workspace;

/* Call when all cards are complete. old: what made_text() of the build that
 * made out/ has returned; empty: nothing can be kept. began: a time before
 * anything was read. All is borrowed or in the input's arena. */
struct made	*made_open(const struct workspace *, const struct html_lists *,
		    str old, struct timespec began);
/* Whether the files of edition i would be made from the same again. From any
 * thread, once for each edition. */
bool		 made_is_same(struct made *, size_t i);
/* After all: what a later build needs to know; bytes in the input's arena. */
str		 made_text(struct made *);

#endif
