/* SPDX-License-Identifier: ISC
 *
 * undo: removes the last row of the register, where it was not published.
 */
#ifndef EDITION_UNDO_H
#define EDITION_UNDO_H

struct options;

/* matbu release --undo: removes the last row, of any event, and the
 * record that matbu made with it. Prints what was undone on standard output;
 * returns an exit status. Ends the program where there is no row, where it was
 * published, or where it is an erasure. */
int	undo_row(const struct options *);

#endif
