/* SPDX-License-Identifier: ISC
 *
 * theirs: the register at a destination, before ours is put in its place. A
 * damaged one may be replaced where ours has all its rows.
 */
#ifndef PUBLISH_THEIRS_H
#define PUBLISH_THEIRS_H

#include "base/diags.h"
#include "register/register.h"

struct options;

struct theirs {
	struct arena	*arena;
	struct diags	*diags;
	const struct options *options;
	const struct reg *ours;
	str		 destination;	/* as the user names it */
};

/* Checks the bytes of their register, which messages name by path. Reports
 * where ours may not replace it. Where ours replaces a damaged one, keeps a
 * copy in content/ and reports that, unless this is a dry run. Ends the
 * program where the disk fails. */
void	theirs_check(const struct theirs *, str bytes, str path);

#endif
