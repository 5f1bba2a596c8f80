/* SPDX-License-Identifier: ISC
 *
 * check_pass: the first pass of a run: every document is read and checked,
 * its card kept, its tree dropped.
 */
#ifndef CHECK_PASS_H
#define CHECK_PASS_H

#include "run.h"

/* Finds the tree, fills the collection, tells every fault within the limit. */
void	check_pass(struct run *);
/* A sound register that lacks rows which were published is none: that is
 * told. */
void	check_pass_cut(struct run *);

#endif
