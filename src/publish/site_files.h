/* SPDX-License-Identifier: ISC
 *
 * site_files: which files make up the site: what the last build made, drafts
 * aside, and of content what a reader, or a machine that lost it, needs to
 * have the collection again: released sources, records, index.md files and
 * the register.
 */
#ifndef PUBLISH_SITE_FILES_H
#define PUBLISH_SITE_FILES_H

#include "publish/mirror.h"
#include "register/register.h"

struct site_files {
	struct arena	*arena;
	struct diags	*diags;
	const struct reg *reg;
	str		 content;
	str		 out;
	struct map	 works;		/* with a released edition */
	struct map	 erased;	/* editions */
	struct map	 sent;		/* paths */
	str		*made;		/* what the build made, sorted */
	size_t		 num_made;
};

/* The editions and works that the register lets out. */
void	site_files_make(struct site_files *, struct arena *, const struct reg *,
	    str content, str out, struct diags *);
/* Wants every file of the site. One that the build should have made and did
 * not is told. */
void	site_files_want(struct site_files *, struct mirror *);
/* Holds the sources that are about to be sent against the register. */
void	site_files_check(struct site_files *, const struct mirror *);
/* Whether a path of the site may be out: it is of no draft. */
bool	site_files_may(const struct site_files *, str path);

#endif
