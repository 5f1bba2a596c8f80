/* SPDX-License-Identifier: ISC
 *
 * source_digest: the digest of the source of an edition in any folder, for
 * comparison with the register.
 */
#ifndef PUBLISH_SOURCE_DIGEST_H
#define PUBLISH_SOURCE_DIGEST_H

#include "register/released.h"

/* The file names of the pictures that the edition has among sorted paths, in
 * the arena. */
struct strings source_digest_pictures(struct arena *,
	    const struct strings *paths, str edition);
/* The digest of root/EDITION.md and of its pictures, as the register writes
 * it, in the arena. pictures is the sorted list of their file names. Empty
 * where the source cannot be read. */
str	source_digest(struct arena *, str root, str edition,
	    const struct strings *pictures);

#endif
