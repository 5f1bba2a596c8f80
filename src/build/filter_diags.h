/* SPDX-License-Identifier: ISC
 *
 * filter_diags: which of the reported faults concern this run, and their
 * severity: messages.def has another one for faults of released texts.
 */
#ifndef BUILD_FILTER_DIAGS_H
#define BUILD_FILTER_DIAGS_H

#include "build/input.h"

/* After collect(), as often as faults were reported. Keeps those within the
 * limit, and gives those of released texts their severity. */
void	filter_diags(struct input *);
/* Keeps the faults of the register alone: for commands that do not judge the
 * texts, which check does. */
void	filter_diags_register(struct input *);

/* Keeps only faults of released editions, of the register and of the style
 * sheet, and no warning: for what the register is asked. */
void	filter_diags_released(struct input *);

#endif
