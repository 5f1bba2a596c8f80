/* SPDX-License-Identifier: ISC
 *
 * verdict: what verify says of a file that contains a record, and what it
 * takes out of one.
 */
#ifndef EDITION_VERDICT_H
#define EDITION_VERDICT_H

#include "build/workspace.h"
#include "register/record_prefix.h"

/* Prints that the record is intact and what was appended to it, or reports
 * that the file shows something else. state is that of the edition. */
void	verdict_tell(struct workspace *, str path,
	    const struct record_prefix *, str state);
/* matbu verify --extract FILE -o NEW: writes the record that is a beginning of
 * the file. Reports a file without one, and a new file that exists. Ends the
 * program where a file cannot be read or written. */
int	verdict_extract(const struct options *);

#endif
