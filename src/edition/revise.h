/* SPDX-License-Identifier: ISC
 *
 * revise: the next edition of a work. It begins as a copy of the newest;
 * edits that somebody made to that after its release move into the copy,
 * and what was released comes back: the text out of its record, pictures
 * and record out of the last build.
 */
#ifndef EDITION_REVISE_H
#define EDITION_REVISE_H

struct options;

/* Each tells what was done on standard output and returns an exit status. */
int	revise_begin(const struct options *);
int	revise_redate(const struct options *);
int	revise_restore(const struct options *);

#endif
