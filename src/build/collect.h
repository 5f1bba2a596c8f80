/* SPDX-License-Identifier: ISC
 *
 * collect: what is known before a document is read: which documents there
 * are, the register, the settings of the site, what each path names. The check
 * pass begins with it; a list needs little more.
 */
#ifndef BUILD_COLLECT_H
#define BUILD_COLLECT_H

#include "build/input.h"

/* Fills the input's tree, register, day, limit and collection; folders and
 * cards know only their paths. Faults are reported. */
void	collect(struct input *);
/* Reports a valid register that has lost rows which were published, and makes
 * it not valid. */
void	collect_check_published(struct input *);

#endif
