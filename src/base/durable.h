/* SPDX-License-Identifier: ISC
 *
 * durable: files that must outlive a power cut, and whose writers take
 * turns: what the register, its records and new editions are written with.
 */
#ifndef BASE_DURABLE_H
#define BASE_DURABLE_H

#include "base/str.h"

struct arena;

/* Puts bytes to path, whose folder must exist: written beside it under a
 * name that begins with a dot, synced, renamed, the folder synced. The old
 * file or the new one is there whole, whatever happens. False: errno. */
bool	durable_write(struct arena *, str path, str bytes);
/* Removes the file and syncs its folder; one that is not there is done. */
bool	durable_remove(struct arena *, str path);
/* Lets one program at a time past, until it ends: a second one is told by
 * false. Where the file system knows no locks all of them pass. */
bool	durable_lock(const char *folder);

#endif
