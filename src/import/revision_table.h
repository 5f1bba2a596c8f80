/* SPDX-License-Identifier: ISC
 *
 * revision_table: the revision table of a Word file: what its edition changes,
 * and the editions before it.
 */
#ifndef IMPORT_REVISION_TABLE_H
#define IMPORT_REVISION_TABLE_H

#include "import/document.h"
#include "model/earlier.h"

struct revision_table {
	const struct earlier	*newest; /* its row; NULL: there is no table */
	struct earlier	*others;	/* oldest first; the first, or NULL */
	bool		 whole;		/* it says nothing but number, date and
					 * change of each edition */
	struct block	*block;
	struct block	*title;		/* the line above it, or NULL */
};

/* Whether the block is such a table. */
bool	revision_table_is(struct document *, const struct block *);
/* Reads the first of the text that is whole, else the last. */
void	revision_table_read(struct document *, struct revision_table *);

#endif
