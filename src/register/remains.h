/* SPDX-License-Identifier: ISC
 *
 * remains: what is left of erased editions in content/ and out/. Reads each
 * folder and each list once, however many editions there are.
 */
#ifndef REGISTER_REMAINS_H
#define REGISTER_REMAINS_H

#include "base/map.h"
#include "base/strings.h"
#include "register/row.h"

struct remains {
	struct arena	*arena;
	str		 content;
	str		 out;
	struct map	 folders;	/* path -> struct strings: its names */
	bool		 knows_out;	/* the next two are read */
	struct strings	 files;		/* of out/.matbu, sorted */
	struct map	 built;		/* lines of erasures in out */
	bool		 gave_pages;
};

/* What is found lives in the arena. */
struct remains	remains_make(struct arena *, str content, str out);
/* Returns what is left of the erased edition besides the source that remains:
 * record, picture folder, backups and files of interrupted runs in content; in
 * out, what a build made of it before the row of the erasure. The files that
 * matbu made there are those of out/.matbu. A folder follows its
 * contents. What was removed since the last call is not found. */
struct strings	remains_find(struct remains *, const struct row *);
/* Returns all pages in out for the first row that the last build did not know:
 * they may repeat the title; and out/.state, which may quote the text. */
struct strings	remains_pages(struct remains *, const struct row *);

#endif
