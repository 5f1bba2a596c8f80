/* SPDX-License-Identifier: ISC
 *
 * destination: opens the destination of the command line. It must not be a
 * local folder of the collection: neither content nor out, nor a folder in one
 * of them, nor a folder that contains them, which would put drafts on the
 * site.
 */
#ifndef PUBLISH_DESTINATION_H
#define PUBLISH_DESTINATION_H

#include "publish/remote.h"

struct options;

/* As remote_open(); ends the program where the destination is not allowed. */
struct remote	*destination_open(struct arena *, const struct options *,
		    const char *destination);

#endif
