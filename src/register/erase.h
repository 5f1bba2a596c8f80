/* SPDX-License-Identifier: ISC
 *
 * erase: what remains of an edition whose bytes the law requires to be erased:
 * a source that says so, with the digests of the erased files and the reason.
 * Its text depends on the register alone, so every machine that has the row
 * makes the same text.
 */
#ifndef REGISTER_ERASE_H
#define REGISTER_ERASE_H

#include "base/lang.h"
#include "register/register.h"
#include "register/remains.h"

/* Returns the digest of the source that will remain, in the words of the
 * language: the source column of the row that is to be added. The register
 * holds the release of the edition. In arena. */
str	erase_digest(struct arena *, const struct reg *, str edition,
	    str reason, enum lang);
/* Writes that source over the old one, as the row of the erasure says, and
 * removes what remains; from out, where the last build did not know the row,
 * all pages, because others may repeat the title. Changes nothing where that is
 * done. Ends the program where the disk fails. */
void	erase_files(struct remains *, const struct reg *, const struct row *);
/* Returns when all that erase_files() did is on the disk. Ends the program
 * where the disk fails. */
void	erase_sync(struct remains *);

#endif
