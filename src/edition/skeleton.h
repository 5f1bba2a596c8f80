/* SPDX-License-Identifier: ISC
 *
 * skeleton: a new work: its folders, their index.md, and a source that passes
 * every check; the author replaces its text.
 */
#ifndef EDITION_SKELETON_H
#define EDITION_SKELETON_H

#include "edition/transaction.h"

/* matbu new: writes the files that are missing and prints which. Returns an
 * exit status. Ends the program where the argument names no new work, or where
 * the disk fails. */
int	skeleton_write(const struct options *);
/* The edition that a new work begins with, on the day. False where the name,
 * with or without “content/”, is none of a new work: *fault says why, *value is
 * its value. In arena. */
bool	skeleton_plan(const struct options *, struct arena *, const char *work,
	    struct date, unsigned revision, struct ident *, enum diag *fault,
	    str *value);
/* Writes each index.md that is missing above the edition. */
void	skeleton_indexes(const struct options *, struct arena *,
	    const struct ident *);
/* Reports the lines of a skeleton that an edition's text, or the title of a
 * folder above it, still contains: they are not meant for release. A text that
 * was in force before matbu does not come from a skeleton: of an imported
 * edition only the titles are checked. */
void	skeleton_check(struct transaction *, const struct ident *);

#endif
