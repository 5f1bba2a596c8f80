/* SPDX-License-Identifier: ISC
 *
 * remote_types: the types that callers of a remote and its two kinds share.
 */
#ifndef PUBLISH_REMOTE_TYPES_H
#define PUBLISH_REMOTE_TYPES_H

#include "base/str.h"

/* The folder that holds the lock and the files in transfer. */
#define REMOTE_LOCK	".matbu-lock"

/* A local file and its name at the destination: root/path → DEST/path. */
struct remote_file {
	str		root;		/* “out” */
	str		path;		/* “frm/bim/index.html” */
};

/* A folder of the destination to look at. */
struct remote_look {
	str		folder;		/* “frm/bim”; empty: the destination */
	bool		has_index;	/* an index.html of ours is in it */
};

/* What remote_put() does where a file with the name exists. */
enum remote_mode {
	REMOTE_OVER,			/* replaces the file */
	REMOTE_NEW			/* leaves the file as it is */
};

/* A destination: it exists; it does not, but its parent folder does; neither
 * exists. */
enum remote_state { REMOTE_THERE, REMOTE_ABSENT, REMOTE_ORPHAN };

#endif
