/* SPDX-License-Identifier: ISC
 *
 * mirror: brings the files of a site to a far end, so that a reader there
 * sees a whole site at any moment: what is new first, then pages, then
 * indexes, the register last, then what goes. Only what differs is sent.
 *
 * Whatever stands there and is neither in the list that the last run left
 * nor what we would put there is somebody else's, and stops the run.
 */
#ifndef PUBLISH_MIRROR_H
#define PUBLISH_MIRROR_H

#include <stdio.h>

#include "base/diags.h"
#include "publish/listing.h"
#include "publish/remote.h"

struct mirror;

/* The order of sending. */
enum mirror_rank { MIRROR_FILE, MIRROR_PAGE, MIRROR_INDEX, MIRROR_LAST };

struct mirror_file {
	str		 root;		/* root/path of this machine */
	str		 path;		/* and at the far end */
	enum mirror_rank rank;
	bool		 fixed;		/* a record: never other bytes */
	str		 digest;	/* a record's, 64 hex digits */
};

enum mirror_act {
	MIRROR_KEEP,			/* nothing to do */
	MIRROR_ADOPT,			/* there already, not yet in the list */
	MIRROR_ADD,
	MIRROR_CHANGE,
	MIRROR_REMOVE
};

struct mirror_step {
	struct mirror_file file;
	enum mirror_act	 act;
	struct file_facts here;
	struct file_facts there;
	const struct listing_row *known;	/* or NULL */
	str		 digest;	/* of ours; empty: not asked for */
};

struct mirror_count {
	size_t	files;			/* of the site */
	size_t	acts[MIRROR_REMOVE + 1];
};

/* How much is believed. */
enum mirror_trust {
	MIRROR_BY_TIME,			/* equal size and time: equal */
	MIRROR_BY_BYTES,		/* every file is compared */
	MIRROR_BLIND			/* the list is all that is known */
};

/* Files of this machine are looked at on at most jobs threads. */
struct mirror	*mirror_new(struct arena *, struct remote *, struct diags *,
		    size_t jobs);
/* A file of the site. Each path once. */
void		 mirror_want(struct mirror *, struct mirror_file);
/* Compares, and plans the steps. Faults are told; with one, nothing may be
 * sent. Whether there is anything to send. */
bool		 mirror_plan(struct mirror *, const struct listing *,
		    enum mirror_trust);
struct mirror_count mirror_counted(const struct mirror *);
/* The steps in their order; those that keep are at the end. */
const struct mirror_step *mirror_steps(const struct mirror *, size_t *num);
/* Whether the list there must be written anew. */
bool		 mirror_is_stale(const struct mirror *);
/* Leaves the list of what is about to be there: a run that is cut off after
 * it leaves no stranger. */
void		 mirror_announce(struct mirror *);
/* Does what was planned and announced, and leaves the list. */
void		 mirror_send(struct mirror *);
/* Puts new and changed files only, and no list. */
void		 mirror_copy(struct mirror *);

#endif
