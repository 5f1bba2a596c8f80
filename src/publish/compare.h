/* SPDX-License-Identifier: ISC
 *
 * compare: compares the register of a destination with ours.
 */
#ifndef PUBLISH_COMPARE_H
#define PUBLISH_COMPARE_H

#include "register/register.h"

/* Reports a fault unless the rows of theirs are the first rows of ours.
 * destination is its name in messages. Strings of messages are in the
 * arena. */
void	compare_registers(struct arena *, const struct reg *ours,
	    const struct reg *theirs, str destination, struct diags *);

/* Returns what a row is about: its event and edition. In arena. */
str	compare_describe(struct arena *, const struct row *);

#endif
