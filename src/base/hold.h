/* SPDX-License-Identifier: ISC
 *
 * hold: one program at a time works in out/. The lock is the kernel's, on the
 * file .matbu.lock, so that it ends with the program, however that ends; the
 * file names who has it, for those who wait.
 */
#ifndef BASE_HOLD_H
#define BASE_HOLD_H

#include "base/str.h"

struct arena;
struct hold;

/* Waits until no other program has the folder, which must exist: at most 60 s,
 * and says for whom. Then ends the program. NULL where nothing may
 * be written, unless must is true. */
struct hold	*hold_open(struct arena *, const char *folder, bool must);
void		 hold_close(struct hold *);

#endif
