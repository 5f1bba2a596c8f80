/* SPDX-License-Identifier: ISC
 *
 * field_check: the names of a form's fields from edition to edition.
 */
#ifndef EDITION_FIELD_CHECK_H
#define EDITION_FIELD_CHECK_H

#include "build/input.h"

/* Reports, at path, each field of an edition whose name the next one, which is
 * about to be released, has no more: answers and tables to fill in know fields
 * by their names. */
void	field_check(struct input *, const struct card *before,
	    const struct card *next, str path);

#endif
