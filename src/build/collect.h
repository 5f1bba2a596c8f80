/* SPDX-License-Identifier: ISC
 *
 * collect: what a run knows before it reads a document: which there are, the
 * register, the settings of the site, what each path names. The check pass
 * begins with it; for a list it is nearly all.
 */
#ifndef BUILD_COLLECT_H
#define BUILD_COLLECT_H

#include "build/input.h"

/* Fills the run's tree, register, limit and collection; places and cards
 * know their paths alone. Faults are told. */
void	collect(struct input *);
/* A sound register that lacks rows which were published is none: that is
 * told. */
void	collect_check_published(struct input *);

#endif
