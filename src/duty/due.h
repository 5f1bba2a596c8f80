/* SPDX-License-Identifier: ISC
 *
 * due: who must act: matbu due.
 */
#ifndef DUTY_DUE_H
#define DUTY_DUE_H

struct options;

/* Prints by owner what waits for somebody, in the format --format; or mails it
 * (--send). Returns an exit status. Ends the program where an option has no
 * such value, where the output fails, or, with --send, where another command
 * has the lock of content/. */
int	due_show(const struct options *);

#endif
