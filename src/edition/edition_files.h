/* SPDX-License-Identifier: ISC
 *
 * edition_files: the source and the pictures of an edition in content/: read,
 * compared, copied under another name, removed. Every function ends the
 * program where the disk fails, and where a picture cannot be read.
 */
#ifndef EDITION_EDITION_FILES_H
#define EDITION_EDITION_FILES_H

#include "edition/transaction.h"

/* Reads the source of the edition as clean text. Where it cannot be read,
 * reports that and returns false: then the caller changes nothing. */
bool	edition_files_read(struct transaction *, const struct ident *,
	    str *text);
/* Returns whether the edition has the same pictures as the card from. */
bool	edition_files_match(struct transaction *, const struct card *from,
	    str edition);
/* Returns whether the pictures of the card can be copied to the edition;
 * reports each that would replace another picture. */
bool	edition_files_check(struct transaction *, const struct card *from,
	    str edition);
/* Writes the edition: copies of the pictures of the card from, then the text.
 * So no source exists without its pictures. */
void	edition_files_write(struct transaction *, const struct card *from,
	    str edition, str text);
/* Removes the edition of the card: the pictures, then the source. While the
 * source exists, an interrupted run can be repeated. */
void	edition_files_remove(struct transaction *, const struct card *);

#endif
