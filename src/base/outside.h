/* SPDX-License-Identifier: ISC
 *
 * outside: which paths outside of all roots (base/root.h) a run has looked at:
 * faces, hyphenation files, the folders in which they were searched for. All
 * files are opened, and all names looked up, through root.h, which notes the
 * path here before it knows whether there is anything: what was searched for
 * and was not there may be there the next time.
 */
#ifndef BASE_OUTSIDE_H
#define BASE_OUTSIDE_H

#include "base/strings.h"

/* From here on paths are noted. */
void		outside_begin(void);
/* Notes a path; from any thread. Without outside_begin() does nothing. */
void		outside_note(const char *path);
/* The noted paths, sorted, each once; in arena. Ends the noting. */
struct strings	outside_end(struct arena *);

#endif
