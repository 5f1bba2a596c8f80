/* SPDX-License-Identifier: ISC
 *
 * render_pass: the second pass of a build: every document is read again and
 * rendered, and finished files go to the store.
 */
#ifndef BUILD_RENDER_PASS_H
#define BUILD_RENDER_PASS_H

#include "build/store.h"
#include "build/workspace.h"

/* After check_pass_begin(). Reports missing glyphs, which only rendering finds.
 * Nothing becomes visible where there is an error, also one that
 * check_pass_end() finds; then the count is 0. */
struct store_count	render_pass(struct workspace *);
/* Reports the missing glyphs that render_pass() would report. */
void			render_pass_check(struct workspace *);

#endif
