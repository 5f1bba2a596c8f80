/* SPDX-License-Identifier: ISC
 *
 * difference: the command diff, and what release says of a new edition.
 */
#ifndef EDITION_DIFFERENCE_H
#define EDITION_DIFFERENCE_H

#include "base/str.h"

struct card;
struct options;
struct workspace;

/* Shows what the second of two texts changes in the first: editions or files;
 * with one, what it changes in the edition before it. Returns the exit
 * status. */
int	difference_show(const struct options *);
/* Prints the summary of what an edition changes in the released one before it;
 * nothing where there is none. */
void	difference_print(struct workspace *, const struct card *);
/* A note for the register that says it, without characters that a shell or a
 * YAML line obeys; “…” where there is nothing to say. */
str	difference_note(struct workspace *, const struct card *);

#endif
