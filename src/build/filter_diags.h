/* SPDX-License-Identifier: ISC
 *
 * filter_diags: decides which of the reported faults concern this run, and
 * which are errors. A fault of a released text is a warning at most, unless the
 * text cannot be read or shown, is not as released, or is in a wrong order of
 * editions (register/released.c).
 */
#ifndef BUILD_FILTER_DIAGS_H
#define BUILD_FILTER_DIAGS_H

#include "build/input.h"

/* After collect(), as often as faults were reported. Keeps those within the
 * limit, turns errors of released texts into warnings, and drops warnings that
 * require no action. */
void	filter_diags(struct input *);
/* The same, but keeps every warning. */
void	filter_diags_released(struct input *);

#endif
