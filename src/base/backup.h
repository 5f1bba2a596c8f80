/* SPDX-License-Identifier: ISC
 *
 * backup: the name for a copy of a file that is going to be replaced. It begins
 * with a dot, so that the content tree ignores the copy.
 */
#ifndef BASE_BACKUP_H
#define BASE_BACKUP_H

#include "base/str.h"

struct arena;

/* Returns the first of “.NAME.old”, “.NAME.old-2”, “.NAME.old-3”… beside the
 * file that no file has, or that a file with the same bytes has. In arena. */
str	backup_name(struct arena *, str path, str bytes);

#endif
