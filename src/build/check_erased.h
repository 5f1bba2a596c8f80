/* SPDX-License-Identifier: ISC
 *
 * check_erased: what is left of the editions whose bytes the law requires to
 * be erased: an erasure may have been interrupted, and its row must reach
 * every destination.
 */
#ifndef BUILD_CHECK_ERASED_H
#define BUILD_CHECK_ERASED_H

#include "build/input.h"

/* Reports it, within the limit. The input is complete. */
void	check_erased(struct input *);

#endif
