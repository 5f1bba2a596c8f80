/* SPDX-License-Identifier: ISC
 *
 * site_files: the files that make up the site: the output of the last build
 * without drafts; and the files of content from which a reader, or a machine
 * that lost them, restores the collection: released sources, records,
 * index.md files and the register.
 */
#ifndef PUBLISH_SITE_FILES_H
#define PUBLISH_SITE_FILES_H

#include "base/strings.h"
#include "publish/mirror.h"
#include "register/register.h"

struct site_files {
	struct arena	*arena;
	struct diags	*diags;
	const struct reg *reg;
	str		 content;
	str		 out;
	struct map	 works;		/* works with a released edition */
	struct map	 folders;	/* with a work that was released */
	struct map	 erased;	/* erased editions */
	struct map	 sent;		/* the paths of the site */
	struct strings	 made;		/* paths that the build made, sorted */
	/* Whether blocks to paste count as files: they are on no site. */
	bool		 fragments;
};

/* Finds the editions and works that the register allows on the site. The
 * strings, the register and the diags are borrowed; the rest is in the
 * arena. */
void	site_files_make(struct site_files *, struct arena *, const struct reg *,
	    str content, str out, struct diags *);
/* Adds every file of the site to the mirror. Reports a page that the build
 * should have made and did not make. */
void	site_files_want(struct site_files *, struct mirror *);
/* Compares the sources that the mirror is going to send with the register,
 * and reports a difference; call after mirror_plan(). */
void	site_files_check(struct site_files *, const struct mirror *);

#endif
