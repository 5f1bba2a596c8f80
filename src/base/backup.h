/* SPDX-License-Identifier: ISC
 *
 * aside: where a file is kept that another takes the place of. The name
 * begins with a dot: a collection passes it over.
 */
#ifndef BASE_BACKUP_H
#define BASE_BACKUP_H

#include "base/str.h"

struct arena;

/* “.NAME.old” beside the file, else the first of “.NAME.old-2”,
 * “.NAME.old-3”… that nothing has, or that holds these bytes already. In
 * arena. */
str	backup_name(struct arena *, str path, str bytes);

#endif
