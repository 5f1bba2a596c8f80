/* SPDX-License-Identifier: ISC
 *
 * durable: writes files that must survive a power failure, one program at a
 * time: the register, its records and new editions.
 */
#ifndef BASE_DURABLE_H
#define BASE_DURABLE_H

#include "base/str.h"

struct arena;

/* Writes bytes to path, whose folder must exist: writes them beside it under
 * a name that begins with a dot, syncs, renames, and syncs the folder.
 * Whatever happens, path is the old file or the new one, complete. False: it is
 * the old one, and errno has the reason. Where the disk fails after the rename,
 * ends the program with a message that says so. */
bool	durable_write(struct arena *, str path, str bytes);
/* Removes the file and syncs its folder, with the same guarantees. Returns true
 * also where there is no file. */
bool	durable_remove(struct arena *, str path);
/* Waits until everything that was written to the folder's file system is on the
 * disk: one wait for many files. Does nothing where the folder is missing. Ends
 * the program where the disk fails. */
void	durable_sync(const char *folder);
/* Locks the folder until the program ends; false where another program has
 * locked it. True, without a lock, where the file system has no locks. Ends
 * the program where the folder cannot be opened. */
bool	durable_lock(const char *folder);

#endif
