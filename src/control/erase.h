/* SPDX-License-Identifier: ISC
 *
 * erase: what stays of an edition whose bytes the law wants gone: a source
 * that says so, with the digests of what was there and the reason. A
 * function of the register alone.
 */
#ifndef ERASE_H
#define ERASE_H

#include "desk.h"

/* Gives the row of an erasure the digest of the source that will stay. */
void	erase_seal(struct desk *, const struct card *, struct row *);
/* Puts that source in the place of the old one; pictures and record go.
 * Nothing happens where that is done. */
void	erase_files(struct desk *, const struct ident *);

#endif
