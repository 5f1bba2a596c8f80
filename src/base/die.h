/* SPDX-License-Identifier: ISC
 *
 * die: the end of the program, with a message. Needs no memory: it is memory
 * that may have run out. Knows no other file of base but the messages.
 */
#ifndef BASE_DIE_H
#define BASE_DIE_H

#include "base/message.h"

/* The exit statuses of the program (README, “Yanlışlar”). */
enum { EXIT_DONE = 0, EXIT_CONTENT = 1, EXIT_USAGE = 2, EXIT_SYSTEM = 3 };

/* “matbu: text”, then exit 3 as soon as other threads have the files in
 * their hands written: none is left half by it. */
_Noreturn void	die_system(enum diag, const char *value1, const char *value2);
/* The same for a wrong use of the command line: exit 2. */
_Noreturn void	die_usage(enum diag, const char *value1, const char *value2);
/* What die_system() calls last: gives back what outlives the program. */
void		die_last(void (*)(void));

/* Between the two a thread has a file in its hands, and die_system() waits. */
void		die_hold(void);
void		die_release(void);

#endif
