/* SPDX-License-Identifier: ISC
 *
 * sound: whether the source of an edition, wherever it lies, is the one that
 * the register knows.
 */
#ifndef PUBLISH_SOURCE_DIGEST_H
#define PUBLISH_SOURCE_DIGEST_H

#include "register/released.h"

/* The digest of root/EDITION.md and of its pictures, which are given by
 * their file names, sorted; as the register writes it, in arena. Empty where
 * the source cannot be read. */
str	source_digest(struct arena *, str root, str edition,
	    const struct strings *pictures);

#endif
