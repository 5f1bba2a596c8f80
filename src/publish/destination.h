/* SPDX-License-Identifier: ISC
 *
 * dest: the destination that somebody named. It is no folder of the
 * workshop: neither content nor out, nor a folder in one of them; nor one
 * that holds them, where drafts would be on the site.
 */
#ifndef PUBLISH_DESTINATION_H
#define PUBLISH_DESTINATION_H

#include "publish/remote.h"

struct options;

/* remote_open(); ends the program where it is a folder of the workshop. */
struct remote	*destination_open(struct arena *, const struct options *,
		    const char *destination);

#endif
