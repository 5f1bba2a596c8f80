/* SPDX-License-Identifier: ISC
 *
 * check_pass: the first pass of a run: every document is read and checked,
 * its card is kept, its tree dropped.
 */
#ifndef BUILD_CHECK_PASS_H
#define BUILD_CHECK_PASS_H

#include "build/workspace.h"

/* Fills the input and reports every fault within the limit. */
void	check_pass(struct workspace *);
/* The same in two steps. Between them tasks check images, and documents may be
 * rendered, but nothing may become visible. The second step may be called more
 * than once: true where there is no error at all. */
void	check_pass_begin(struct workspace *);
bool	check_pass_end(struct workspace *);
/* The first step in three: all documents are read one by one; one of them,
 * which may have changed, is read again, its faults added once more; what they
 * have to do with each other is checked. */
void	check_pass_read(struct workspace *);
void	check_pass_read_again(struct workspace *, size_t edition);
void	check_pass_join(struct workspace *);
/* The same for released editions only; reports only faults that stay errors.
 * Cards get nothing but their status. An edition with the
 * registered bytes is not read as a document. */
void	check_pass_released(struct workspace *);

#endif
