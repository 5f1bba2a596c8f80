/* SPDX-License-Identifier: ISC
 *
 * temp: a private folder for the files of one run.
 */
#ifndef BASE_TEMP_H
#define BASE_TEMP_H

struct arena;

/* Makes an empty folder in $TMPDIR or /tmp that only this user can enter, and
 * makes it a root (base/root.h). First removes the folders of this user's
 * runs that were killed. Returns its path, in the arena; NULL: errno has the
 * reason. The caller removes it. */
char	*temp_make(struct arena *);

#endif
