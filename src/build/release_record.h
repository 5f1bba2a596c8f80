/* SPDX-License-Identifier: ISC
 *
 * release_record: the record of an edition, as release makes it once.
 */
#ifndef BUILD_RELEASE_RECORD_H
#define BUILD_RELEASE_RECORD_H

#include "build/workspace.h"

/* The bytes of the record; note is what the register says, or will say, of
 * the edition, which has passed the gate. In the run's arena. */
str	release_record(struct workspace *, size_t edition, str note);
/* What makes it, for the register: “matbu 1.0 ” and 16 digits of a digest of
 * all beside its text that its bytes depend on: sheet.xml with its faces,
 * titles of the folders above it, settings of the site. */
str	release_record_press(struct workspace *, const struct ident *);

#endif
