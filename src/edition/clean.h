/* SPDX-License-Identifier: ISC
 *
 * clean: takes what tells more than the picture (image/metadata.h) out of the
 * pictures of drafts.
 */
#ifndef EDITION_CLEAN_H
#define EDITION_CLEAN_H

struct options;

/* Rewrites the pictures below the PATHs, each of which may also name one
 * picture; prints what was removed. Leaves pictures that are broken, and those
 * of released editions; where a PATH names such an edition or its picture, that
 * is reported. Returns the exit status. */
int	clean_pictures(const struct options *);
/* Replaces each PATH that names a picture by the folder of the picture, for a
 * check that follows. */
void	clean_take_folders(struct options *);

#endif
