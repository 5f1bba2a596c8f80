/* SPDX-License-Identifier: ISC
 *
 * skeleton: a new work: its folders, their index.md, and a source that passes
 * every check; the author replaces its text.
 */
#ifndef EDITION_SKELETON_H
#define EDITION_SKELETON_H

#include "edition/transaction.h"

/* matbu new: writes the files that are missing and prints which. Returns an
 * exit status. Ends the program where the argument names no new work, or where
 * the disk fails. */
int	skeleton_write(const struct options *);
/* Reports the lines of a skeleton that an edition's text, or the title of a
 * folder above it, still contains: they are not meant for release. A text that
 * was in force before matbu does not come from a skeleton: of an imported
 * edition only the titles are checked. */
void	skeleton_check(struct transaction *, const struct ident *);

#endif
