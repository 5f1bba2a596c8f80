/* SPDX-License-Identifier: ISC
 *
 * shown: what users see of a value that comes from outside: from a file, a
 * file name, a register, a lock, another program. Every value in a message
 * passes through here, so that no value acts on a terminal or fills it.
 */
#ifndef BASE_SHOWN_H
#define BASE_SHOWN_H

#include "base/str.h"

struct sink;

enum { SHOWN_LIMIT = 400 };		/* [byte] of a value */

struct shown {
	char	text[SHOWN_LIMIT + 1];
};

/* Returns the value with “?” for each control character (C0, DEL, C1), each
 * byte that is not UTF-8 and each character that changes the direction of
 * text; where it is longer than SHOWN_LIMIT, its start and “…”. Allocates no
 * memory. */
const char	*shown_text(struct shown *, str);
/* The same for a value in an expression: printf("%s\n", SHOWN(name)). */
#define SHOWN(s)	shown_text(&(struct shown){ { 0 } }, (s))
/* Appends the value with the same replacements, however long it is. */
void		 shown_put(struct sink *, str);
/* Whether users see the value as it is, however long it is. */
bool		 shown_is_plain(str);
/* Writes whole output to stdout. Where that is a terminal the same characters
 * are replaced, except line ends and tabs. False: the disk fails. */
bool		 shown_write(str);

#endif
