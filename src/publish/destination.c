/* SPDX-License-Identifier: ISC */
#include "publish/destination.h"

#include "base/die.h"
#include "base/path.h"
#include "base/root.h"
#include "build/options.h"

struct remote *
destination_open(struct arena *a, const struct options *o,
    const char *destination)
{
	struct remote *r = remote_open(a, destination, o->jobs);
	const char *folder = remote_local_folder(r);
	const char *written = remote_written_folder(r);

	if (written != NULL && (path_nests(a, written, o->content) ||
	    path_nests(a, written, o->out)))
		die_usage(DIAG_PUBLISH_INSIDE, destination, "");
	if (folder != NULL)
		root_add(folder);
	return r;
}
