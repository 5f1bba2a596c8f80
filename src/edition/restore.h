/* SPDX-License-Identifier: ISC
 *
 * restore: finds the bytes of a released edition again and writes them back.
 * They may come from content/, from the record, or from the last build in
 * out/; the digests in the register show that they are the released ones.
 */
#ifndef EDITION_RESTORE_H
#define EDITION_RESTORE_H

#include "edition/transaction.h"

/* The edition has a release in the register. */

/* Returns whether the source and the pictures in content/ are as released. */
bool	restore_is_whole(struct transaction *, const struct ident *);
/* Returns whether all released bytes can be found; reports what is lost.
 * Changes nothing. */
bool	restore_check(struct transaction *, const struct ident *);
/* Writes the source, pictures and record that differ. A backup of a changed
 * file stays beside it under a name that begins with a dot. Returns false, and
 * changes nothing, where some of the bytes are lost; reports them. Ends the
 * program where the disk fails. */
bool	restore_edition(struct transaction *, const struct ident *);

#endif
