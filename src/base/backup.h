/* SPDX-License-Identifier: ISC
 *
 * backup: the name under which a file is kept that another one replaces. It
 * begins with a dot, so that the content tree ignores the file.
 */
#ifndef BASE_BACKUP_H
#define BASE_BACKUP_H

#include "base/str.h"

struct arena;

/* “.NAME.old” beside the file, else the first of “.NAME.old-2”,
 * “.NAME.old-3”… that no file has, or a file with the same bytes. In arena. */
str	backup_name(struct arena *, str path, str bytes);

#endif
