/* SPDX-License-Identifier: ISC
 *
 * revise: the next edition of a work. It begins as a copy of the newest one;
 * edits made to the newest one after its release move to the copy, and the
 * released files are restored: the text from its record, pictures and record
 * from the last build.
 *
 * Each function takes one work from the command line, prints on standard
 * output what it did and returns an exit status. It ends the program where the
 * command does not fit the state of the work, or where the disk fails. An
 * interrupted run can be repeated.
 */
#ifndef EDITION_REVISE_H
#define EDITION_REVISE_H

struct options;

/* matbu revise: makes the next edition. */
int	revise_begin(const struct options *);
/* matbu revise --redate: gives the draft the date of today. */
int	revise_redate(const struct options *);
/* matbu revise --restore: restores a released edition, or all of a work. */
int	revise_restore(const struct options *);

#endif
