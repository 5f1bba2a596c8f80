/* SPDX-License-Identifier: ISC
 *
 * die: ends the program with a message. Allocates no memory, because memory
 * may have run out.
 */
#ifndef BASE_DIE_H
#define BASE_DIE_H

#include "base/message.h"

/* The exit statuses of the program (README, “Yanlışlar”). */
enum { EXIT_DONE = 0, EXIT_CONTENT = 1, EXIT_USAGE = 2, EXIT_SYSTEM = 3 };

/* Prints “matbu: text”, then waits until other threads have written the files
 * that they are writing, and exits with 3: no file is left incomplete. */
_Noreturn void	die_system(enum diag, const char *value1, const char *value2);
/* die_system() with a path and the text of errno. */
_Noreturn void	die_errno(enum diag, const char *path);
/* For a wrong use of the command line: prints, and exits with 2 at once. */
_Noreturn void	die_usage(enum diag, const char *value1, const char *value2);
/* Prints the message and returns. */
void		die_tell(enum diag, const char *value1, const char *value2);
/* Adds a function that die_system() calls last: it releases what outlives the
 * program. */
void		die_last(void (*)(void));

/* Between these two calls a thread writes a file, and die_system() waits. */
void		die_hold(void);
void		die_release(void);

#endif
