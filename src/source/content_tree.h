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
	bool		unread;		/* it was reported */
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

/* The folder above the current one, such as “../..”, in which there is a folder
 * root; empty where there is none, or where root is absolute. Ends with NUL; in
 * arena or static. */
const char	*content_tree_above(struct arena *, const char *root);

#endif
