/* SPDX-License-Identifier: ISC
 *
 * content_tree: finds the files of a content folder: folders with their
 * index.md, editions and their pictures. Checks every name against the grammar
 * of the identity. The first stage of a run.
 */
#ifndef SOURCE_CONTENT_TREE_H
#define SOURCE_CONTENT_TREE_H

#include "model/doc.h"

struct folder {
	str		path;		/* frm/bim; empty: the institution */
	int		depth;		/* 0 institution … 3 subject */
	bool		has_index;
};

struct edition {
	struct ident	ident;
	struct strings	pictures;	/* names of the files in its folder,
					 * linked ones too, sorted */
	bool		newest;		/* of its work */
	bool		has_pdf;	/* a PDF of its name is beside it */
};

struct content_tree {
	str		 root;		/* “content”, without “/” at its end */
	struct folder	*folders;	/* by path: parents first */
	size_t		 num_folders;
	struct edition	*editions;	/* by work, then revision */
	size_t		 num_editions;
	struct strings	 pictures;	/* of the root: a logo */
};

/* Reads the content folder at root. Everything is in the arena. Reports faults.
 * Ends the program if there is no such folder. */
void	content_tree_find(struct content_tree *, struct arena *,
	    const char *root, struct diags *);

#endif
