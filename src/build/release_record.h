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
/* The register's column press: “matbu 1.1 ” and 16 digits of a digest over
 * everything beside its source that the record's bytes depend on: sheet.xml
 * with its faces, titles of the folders above it, settings of the site. */
str	release_record_press(struct workspace *, const struct ident *);

#endif
