/* SPDX-License-Identifier: ISC
 *
 * restore: the bytes of a released edition, found again and proved by the
 * register.
 */
#ifndef RESTORE_H
#define RESTORE_H

#include "desk.h"

/* Whether the source and the pictures in content/ are as released. */
bool	restore_is_whole(struct desk *, const struct ident *);
/* Ends the program where the released bytes are nowhere to be found. */
void	restore_prove(struct desk *, const struct ident *);
/* Puts back what differs: source, pictures, record. Ends the program, with
 * nothing changed, where the bytes are nowhere. */
void	restore_edition(struct desk *, const struct ident *);

#endif
