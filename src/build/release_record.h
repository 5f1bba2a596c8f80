/* SPDX-License-Identifier: ISC
 *
 * release_record: the record of an edition, rendered once, at its release.
 */
#ifndef BUILD_RELEASE_RECORD_H
#define BUILD_RELEASE_RECORD_H

#include "build/workspace.h"

/* The bytes of the record of an edition without errors, whose document was
 * read; note is what the register says, or will say, about it. An image that
 * cannot be read any more is reported. In the input's arena. */
str	release_record(struct workspace *, size_t edition, struct doc *,
	    str note);

#endif
