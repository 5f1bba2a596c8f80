/* SPDX-License-Identifier: ISC
 *
 * release: an edition becomes what nobody may change: its record is made
 * and stored beside its source, and the register gets a row. The record is
 * written first, so that a run that is cut off can be run again.
 */
#ifndef EDITION_RELEASE_H
#define EDITION_RELEASE_H

struct options;

/* The edition of the command line; with --import all that its PATHs hold.
 * Tells what was done on standard output. An exit status. */
int	release_editions(const struct options *);
/* Takes the last row back, and the record that it was made with. */
int	release_undo(const struct options *);

#endif
