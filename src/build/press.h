/* SPDX-License-Identifier: ISC
 *
 * press: what a record that is rendered today depends on beside its source:
 * the register's column press (register/press_entry.h).
 */
#ifndef BUILD_PRESS_H
#define BUILD_PRESS_H

#include "build/workspace.h"

/* Returns the column for an edition: the version of matbu, 16 digits of a
 * digest over sheet.xml with its faces and patterns, titles of the folders
 * above the edition and settings of the site, the dialect, the versions of the
 * libraries. In the input's arena. */
str	press_make(struct workspace *, const struct ident *);
/* Returns the column for a record that matbu did not make: the dialect of the
 * source, which may be empty. In arena. */
str	press_imported(struct arena *);

#endif
