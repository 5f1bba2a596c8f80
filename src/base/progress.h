/* SPDX-License-Identifier: ISC
 *
 * progress: a line on a terminal that says how far a long command is: what it
 * does, how many of how many are done. It appears when the program has run for
 * a second, is renewed four times a second by a thread of its own, and goes
 * away before anything else is printed. Where standard error is no terminal
 * there is none.
 */
#ifndef BASE_PROGRESS_H
#define BASE_PROGRESS_H

#include <stddef.h>

#include "base/str.h"

/* Allows the line; called once, before other threads run. */
void	progress_allow(void);
/* Begins a stage; what (borrowed) says what is done, total how many steps it
 * has. A stage without steps shows its seconds. Only the main thread begins
 * and ends stages. */
void	progress_begin(str what, size_t total);
/* A step is done; from any thread. */
void	progress_step(void);
/* Removes the line until the next renewal, for what is printed now. */
void	progress_hide(void);
/* Ends the stage and removes the line; from any thread, and without a stage
 * too. */
void	progress_end(void);

#endif
