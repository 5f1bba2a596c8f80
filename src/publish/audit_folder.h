/* SPDX-License-Identifier: ISC
 *
 * audit_folder: a folder that is written whole or not at all. Its files are
 * made in a hidden folder beside it, which gets the name at the end; what a run
 * leaves that was killed has no list of digests, and the next run removes it.
 */
#ifndef PUBLISH_AUDIT_FOLDER_H
#define PUBLISH_AUDIT_FOLDER_H

#include "base/str.h"

struct arena;
struct audit_folder;
struct diags;

/* The file that lists the digests of all others. */
#define AUDIT_FOLDER_SUMS	"sha256sum.txt"

/* Returns whether the folder may be made: nothing is at the path, or an empty
 * folder that is no link. Else reports what is there. Ends the program where
 * the folder above is missing. */
bool	audit_folder_is_free(const char *path, struct diags *);
/* Begins the folder; in arena. Ends the program where the disk fails, and where
 * another program is writing the same folder. */
struct audit_folder *audit_folder_open(struct arena *, const char *path);
/* Writes a file, each path once; it is relative to the folder. Ends the program
 * where the disk fails; then no folder is left. */
void	audit_folder_put(struct audit_folder *, str path, str bytes);
/* Writes the list of digests, then gives the folder its name. Returns the
 * number of files in it. Ends the program as audit_folder_put() does, and where
 * something came to the path meanwhile. */
size_t	audit_folder_finish(struct audit_folder *);
/* Instead of audit_folder_finish(): removes what was written. */
void	audit_folder_drop(struct audit_folder *);

#endif
