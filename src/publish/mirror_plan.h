/* SPDX-License-Identifier: ISC
 *
 * mirror_plan: compares the local files with the listing and with the
 * destination, and plans the steps of a mirror.
 */
#ifndef PUBLISH_MIRROR_PLAN_H
#define PUBLISH_MIRROR_PLAN_H

#include "publish/mirror.h"

/* Plans the steps; call once, after mirror_want(). The listing is borrowed:
 * the caller keeps it for the life of the mirror. Reports faults; with one,
 * nothing may be sent. Returns whether there is anything to send or remove. */
bool	mirror_plan(struct mirror *, const struct listing *,
	    enum mirror_trust);

#endif
