/* SPDX-License-Identifier: ISC
 *
 * restore: the bytes of a released edition, found again and proved by the
 * register.
 */
#ifndef EDITION_RESTORE_H
#define EDITION_RESTORE_H

#include "edition/transaction.h"

/* Whether the source and the pictures in content/ are as released. */
bool	restore_is_whole(struct transaction *, const struct ident *);
/* Whether the released bytes are found; tells what is lost. */
bool	restore_prove(struct transaction *, const struct ident *);
/* Puts back what differs: source, pictures, record; what stood there is kept
 * beside it under a name that begins with a dot. False, and nothing is
 * changed, where some of it is nowhere: then that is told. */
bool	restore_edition(struct transaction *, const struct ident *);

#endif
