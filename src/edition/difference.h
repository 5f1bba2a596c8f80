/* SPDX-License-Identifier: ISC
 *
 * difference: the command diff, and what release says of a new edition.
 */
#ifndef EDITION_DIFFERENCE_H
#define EDITION_DIFFERENCE_H

struct options;

/* Shows what the second of two texts changes in the first: editions or files;
 * with one, what it changes in the edition before it. Returns the exit
 * status. */
int	difference_show(const struct options *);

#endif
