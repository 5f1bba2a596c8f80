/* SPDX-License-Identifier: ISC
 *
 * render_pass: the second pass of a run: what is sound is read again and
 * pressed, and finished files go to the store.
 */
#ifndef BUILD_RENDER_PASS_H
#define BUILD_RENDER_PASS_H

#include "build/workspace.h"

/* After check_pass_begin(), which found no error; puts nothing where
 * check_pass_end() finds one. */
void	render_pass(struct workspace *);

#endif
