/* SPDX-License-Identifier: ISC
 *
 * press_pass: the second pass of a run: what is sound is read again and
 * pressed, and finished files go to the store.
 */
#ifndef PRESS_PASS_H
#define PRESS_PASS_H

#include "run.h"

/* After check_pass_begin(), which found no error; puts nothing where
 * check_pass_end() finds one. */
void	press_pass(struct run *);

#endif
