/* SPDX-License-Identifier: ISC
 *
 * limit: which part of the collection a run covers: all of it, or the PATHs
 * of the command line: folders, works, editions.
 */
#ifndef BUILD_LIMIT_H
#define BUILD_LIMIT_H

#include "model/collection.h"

struct options;

struct limit {
	struct arena	*arena;
	str		 root;		/* “content” */
	struct strings	 paths;		/* frm/bim/…; none: everything */
};

/* The PATH as a path of the collection: without “content/”, “.md” and “/”
 * at its end. */
str	limit_path(struct arena *, const char *argument, str root);
/* Ends the program (exit 2) with a message that the argument names nothing, and
 * the nearest name. */
_Noreturn void	limit_unknown(struct arena *, const char *argument, str root,
	    const struct collection *);
/* Reads the PATHs of the options, with or without “content/” and “.md”. Ends
 * the program at one that names nothing. */
void	limit_make(struct limit *, struct arena *, const struct options *,
	    const str *root, const struct collection *);
/* Whether faults in the file (its path as messages show it) are reported. */
bool	limit_has_source(const struct limit *, str path);
/* Whether the edition is rendered. */
bool	limit_has_edition(const struct limit *, const struct ident *);
/* Whether the folder's index is rendered: it is within a PATH or above one. */
bool	limit_has_index(const struct limit *, str folder);
/* Whether a file of the output may be removed. */
bool	limit_has_output(const struct limit *, str path);
/* “frm/bim/index.html” */
str	limit_index_file(struct arena *, str folder);

#endif
