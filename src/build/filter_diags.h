/* SPDX-License-Identifier: ISC
 *
 * filter_diags: which of the reported faults concern this run, and how much
 * they weigh: what is wrong in a released text is a warning at most, unless
 * its identity, its digests or the register are concerned.
 */
#ifndef BUILD_FILTER_DIAGS_H
#define BUILD_FILTER_DIAGS_H

#include "build/input.h"

/* After collect(), as often as faults were reported. Keeps those within the
 * limit, turns errors of released texts into warnings, and drops warnings that
 * nobody can act on. */
void	filter_diags(struct input *);
/* The same, but keeps every warning. */
void	filter_diags_released(struct input *);

#endif
