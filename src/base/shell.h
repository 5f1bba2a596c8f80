/* SPDX-License-Identifier: ISC
 *
 * shell: words of commands for a POSIX shell (XCU 2.2), to run or to show.
 */
#ifndef BASE_SHELL_H
#define BASE_SHELL_H

#include "base/sink.h"

struct arena;

/* Appends the word in single quotes, in which a shell takes everything but a
 * single quote as it is: 'it'\''s'. */
void	shell_put(struct sink *, str word);
/* The same as a text, in arena. */
str	shell_word(struct arena *, str word);

#endif
