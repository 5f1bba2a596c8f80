/* SPDX-License-Identifier: ISC
 *
 * hold: a lock, so that one program at a time works in out/. The kernel keeps
 * the lock on the file .matbu.lock and releases it when the program ends, even
 * if it is killed. The file names the program that has the lock.
 */
#ifndef BASE_HOLD_H
#define BASE_HOLD_H

#include "base/str.h"

struct arena;
struct hold;

/* Locks the folder, which must exist. While another program has the lock, says
 * which one and waits; ends this program after 60 s. Where the user may not
 * write to the folder, returns NULL or, with must, ends the program. */
struct hold	*hold_open(struct arena *, const char *folder, bool must);
void		 hold_close(struct hold *);

#endif
