/* SPDX-License-Identifier: ISC
 *
 * render_pass: the second pass of a build: every document is read again and
 * rendered, and finished files go to the store.
 */
#ifndef BUILD_RENDER_PASS_H
#define BUILD_RENDER_PASS_H

#include "build/store.h"
#include "build/workspace.h"

/* After check_pass_begin(), which found no error. Rendering may begin before
 * the check has ended; nothing is written where check_pass_end() finds an
 * error, and then the count is 0. */
struct store_count	render_pass(struct workspace *);

#endif
