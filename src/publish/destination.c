/* SPDX-License-Identifier: ISC */
#include "publish/destination.h"

#include "base/diags.h"
#include "base/die.h"
#include "build/options.h"

struct far *
dest_open(struct arena *a, const struct options *o, const char *destination)
{
	struct far *f = far_open(a, destination, o->jobs);
	const char *folder = far_here(f);

	if (folder != NULL && (file_nests(a, folder, o->content) ||
	    file_nests(a, folder, o->out)))
		die_usage(DIAG_PUBLISH_INSIDE, destination, "");
	return f;
}
