/* SPDX-License-Identifier: ISC
 *
 * mirror: the files of a site and the steps that copy them to a remote: new
 * files first, then changed ones, then the register, then removals; among new
 * and changed files, images and style sheets come before pages, pages before
 * indexes. So an index never links to a file that is not sent yet;
 * mirror_plan.c explains the order and its limits. Only differences are sent.
 *
 * A file at the destination that is neither in the listing of the last run
 * nor equal to the one that we would send is foreign, and stops the run.
 */
#ifndef PUBLISH_MIRROR_H
#define PUBLISH_MIRROR_H

#include "base/diags.h"
#include "publish/listing.h"
#include "publish/remote.h"

/* The order of sending within a phase; MIRROR_LAST is a phase of its own. */
enum mirror_rank { MIRROR_FILE, MIRROR_PAGE, MIRROR_INDEX, MIRROR_LAST };

struct mirror_file {
	str		 root;		/* the local file is root/path */
	str		 path;		/* also at the destination */
	enum mirror_rank rank;
	bool		 fixed;		/* a record: its bytes never change */
	str		 digest;	/* a record's, 64 hex digits */
};

enum mirror_act {
	MIRROR_KEEP,			/* nothing to do */
	MIRROR_ADOPT,			/* already sent; the listing is old */
	MIRROR_ADD,
	MIRROR_CHANGE,
	MIRROR_REMOVE
};

struct mirror_step {
	struct mirror_file file;
	enum mirror_act	 act;
	struct file_facts local;
	struct file_facts remote;
	const struct listing_row *listed;	/* or NULL */
	str		 digest;	/* of the local file; empty: unread */
	bool		 saved;		/* by somebody, while it was sent */
	bool		 cut_off;	/* at a store: to be replaced at once */
};

struct mirror_count {
	size_t		 files;		/* of the site */
	size_t		 acts[MIRROR_REMOVE + 1];
};

/* What the comparison relies on. */
enum mirror_trust {
	MIRROR_BY_TIME,			/* equal size and time: equal */
	MIRROR_BY_SIZE,			/* of a store: equal size: equal */
	MIRROR_BY_BYTES,		/* compares every file */
	MIRROR_BLIND			/* on the listing alone */
};

/* The members are for mirror*.c only. */
struct mirror {
	struct arena	*arena;
	struct remote	*remote;
	struct diags	*diags;
	struct arena	*file_arena;	/* reset after each file */
	size_t		 jobs;
	struct mirror_step *steps;
	size_t		 num;
	size_t		 cap;
	const struct listing *listing;
	enum mirror_trust trust;
	/* At a store: where the listing is written as well, and announced
	 * there alone; else empty. The owner of the mirror sets it. */
	str		 listing_beside;
	struct mirror_count count;
};

/* Makes an empty mirror, in the arena. Borrows the remote and the diags.
 * Planning reads the facts of local files on at most jobs threads. */
struct mirror	*mirror_new(struct arena *, struct remote *, struct diags *,
		    size_t jobs);
/* Adds a file of the site; each path once. */
void		 mirror_want(struct mirror *, struct mirror_file);
struct mirror_count mirror_counted(const struct mirror *);
/* The planned steps in their order; MIRROR_KEEP and MIRROR_ADOPT are at the
 * end. */
const struct mirror_step *mirror_steps(const struct mirror *, size_t *num);
/* Whether the listing at the destination must be written again. */
bool		 mirror_is_stale(const struct mirror *);

/* The functions below are for mirror*.c only. */

/* Appends a zeroed step. Invalidates pointers to other steps. */
struct mirror_step *mirror_add_step(struct mirror *);
/* The digest of the local file, read at most once. Ends the program where
 * the file cannot be read. */
str		 mirror_digest(struct mirror *, struct mirror_step *);
/* The phase in which a step is carried out: new files, changed files, files
 * of rank MIRROR_LAST, removals, steps that do neither. */
int		 mirror_phase(const struct mirror_step *);

#endif
