/* SPDX-License-Identifier: ISC
 *
 * origin: what a checkpoint calls a collection.
 */
#ifndef BUILD_ORIGIN_H
#define BUILD_ORIGIN_H

#include "base/str.h"

struct arena;
struct options;

/* The address of the site, else the title of content/index.md, else empty; in
 * arena. Reads that file alone, and reports no fault. */
str	origin_of(struct arena *, const struct options *);

#endif
