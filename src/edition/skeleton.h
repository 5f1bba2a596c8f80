/* SPDX-License-Identifier: ISC
 *
 * skeleton: a new work: its folders, their index.md, and a source that
 * passes the gate and is ready to be written over.
 */
#ifndef EDITION_SKELETON_H
#define EDITION_SKELETON_H

#include "edition/transaction.h"

/* Tells what was written on standard output; an exit status. */
int	skeleton_write(const struct options *);
/* Tells what of a skeleton still stands in the text of an edition, or as the
 * title of a folder above it: nobody means to release that. */
void	skeleton_check(struct transaction *, const struct ident *);

#endif
