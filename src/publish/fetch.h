/* SPDX-License-Identifier: ISC
 *
 * fetch: fetches into content/ the files that the rows of a register name:
 * sources with their pictures and records; and the index.md files and
 * pictures of the site. Leaves an edition whose local bytes are those of its
 * row. Otherwise checks the files of the destination and installs them.
 * Erases the files of editions that were erased.
 *
 * Call the functions in the order of this header.
 */
#ifndef PUBLISH_FETCH_H
#define PUBLISH_FETCH_H

#include "base/strings.h"
#include "publish/listing.h"
#include "publish/remote.h"
#include "register/register.h"

struct fetch {
	struct arena	*arena;
	struct diags	*diags;
	const char	*templates;
	str		 content;
	str		 out;		/* what builds made here */
	str		 temp;		/* a folder on the same disk */
	struct remote	*remote;
	const struct reg *ours, *theirs;
	const struct reg *merged;	/* the future register */
	const struct listing *listing;
	bool		 quiet;
	struct strings	 paths;		/* of the listing */
	struct fetch_file *files;	/* to be fetched */
	size_t		 num;
	size_t		 installed;	/* files */
	size_t		 erased;	/* editions */
};

/* “parola_20260301_2”: the name to use for our files where theirs has another
 * edition of the same name: the next revision of their work, on a day that is
 * not before their last one. In the arena. */
str	fetch_next(struct arena *, const struct reg *theirs, str edition);
/* Finds the files that are missing here or differ from their row. The caller
 * has filled in the members from arena to quiet; all are borrowed. */
void	fetch_choose(struct fetch *);
/* Fetches the files into temp and checks them. Reports faults; with one,
 * nothing may be installed. */
void	fetch_files(struct fetch *);
/* Moves the files into content, and erases what a row erased. Keeps under
 * another name a released file that a user changed. After an interruption the
 * next pull completes the work. */
void	fetch_install(struct fetch *);

#endif
