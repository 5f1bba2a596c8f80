/* SPDX-License-Identifier: ISC
 *
 * document: a Word file as Markdown, with its pictures and what it loses.
 * Nothing is written to a disk.
 */
#ifndef IMPORT_DOCUMENT_H
#define IMPORT_DOCUMENT_H

#include "import/reading.h"

struct document {
	struct reading		*reading;	/* with the losses */
	struct blocks		 blocks;
	struct blocks		*notes;		/* as many as are mentioned */
	bool			 numbered;	/* by matbu: its headings */
	size_t			 errors;	/* that were reported before */
	const struct element	*note_roots[2];	/* footnotes, endnotes */
};

/* Reads the bytes (borrowed), which may be any. Reports a fault at the path and
 * returns false; document_close() it in any case. All is in arena. */
bool	document_open(struct document *, struct arena *, str bytes,
	    enum changes, struct diags *, str path);
void	document_close(struct document *);
/* Finds what its paragraphs are. The titles are those of import/headings.h. */
void	document_shape(struct document *, str title, str other);
/* Appends the text, whose pictures are in the folder “ad_20250101_0”, to the
 * front matter, and proves it. Where emphasis would cost a word, it is not
 * written. Reports words of the file that the Markdown has not, and words that
 * it has too many; returns whether there are none. */
bool	document_write(struct document *, struct sink *, str folder);

#endif
