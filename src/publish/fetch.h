/* SPDX-License-Identifier: ISC
 *
 * fetch: the files that the rows of a register speak of, from a destination
 * into content/: sources with their pictures, records, and beside them the
 * index.md files and pictures of the site. An edition whose bytes here are
 * those of its row is left alone; where they are not, what the destination
 * has is proved and put in its place. What the law had erased goes.
 */
#ifndef PUBLISH_FETCH_H
#define PUBLISH_FETCH_H

#include "publish/listing.h"
#include "publish/remote.h"
#include "register/register.h"

struct fetch {
	struct arena	*arena;
	struct diags	*diags;
	const char	*templates;
	str		 content;
	str		 temp;		/* a folder on the same disk */
	struct remote	*remote;
	const struct reg *ours, *theirs;
	const struct reg *merged;	/* the one to be */
	const struct listing *listing;
	bool		 quiet;
	struct fetch_file *files;	/* to be brought */
	size_t		 num;
	size_t		 placed;	/* files put into content */
	size_t		 erased;	/* editions */
};

/* “parola_20260301_2”: the name for files of ours that stand under the name
 * of an edition that is theirs: their next revision, on a day that does not
 * go back. In arena. */
str	fetch_next(struct arena *, const struct reg *theirs, str edition);
/* Finds what is missing here, or is not what the row says. */
void	fetch_choose(struct fetch *);
/* Brings it into temp and proves it. Faults are told: with one, nothing may
 * be placed. */
void	fetch_files(struct fetch *);
/* Puts it into content, and erases what a row had erased. What somebody
 * wrote over a released file is kept beside it. Cut off anywhere, the next
 * one goes on. */
void	fetch_install(struct fetch *);

#endif
