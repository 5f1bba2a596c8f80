/* SPDX-License-Identifier: ISC
 *
 * check_pass: the first pass of a run: every document is read and checked,
 * its card kept, its tree dropped.
 */
#ifndef BUILD_CHECK_PASS_H
#define BUILD_CHECK_PASS_H

#include "build/workspace.h"

/* Finds the tree, fills the collection, tells every fault within the limit. */
void	check_pass(struct workspace *);
/* The same in two steps. Between them pictures are looked at by tasks, and the
 * press may go ahead, but nothing may be written. The second from any thread,
 * and more than once: whether there is no error at all. */
void	check_pass_begin(struct workspace *);
bool	check_pass_end(struct workspace *, size_t worker);
/* The same for what was released alone, and of its faults those that stay
 * errors: cards have their status, and no more. What is as it was is not read
 * as a document. */
void	check_pass_released(struct workspace *);

#endif
