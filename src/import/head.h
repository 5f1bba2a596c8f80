/* SPDX-License-Identifier: ISC
 *
 * head: what the header table of a Word file says, in its header, its footer or
 * at the beginning of its text: number, dates, revision, roles, title.
 */
#ifndef IMPORT_HEAD_H
#define IMPORT_HEAD_H

#include "base/date.h"
#include "import/document.h"
#include "model/earlier.h"

/* Texts are empty, dates not set, where nothing is said. */
struct head {
	str		number;
	struct date	published;
	struct date	revised;
	bool		has_revision;
	unsigned	revision;
	str		prepared_by;	/* roles; never a person's name */
	str		checked_by;
	str		approved_by;
	str		title;
	str		change;		/* of a revision table's newest row */
	struct earlier	*earlier;	/* its other rows; NULL where it stays
					 * in the text */
	struct block	*revisions;	/* the table to take out, or NULL */
	struct block	*revisions_title;	/* the line above it, or NULL */
	struct block	*table;		/* the header table in the text, or
					 * NULL */
};

/* Reads headers, footers and a header table in the text. What says something
 * else, and names of persons, are losses. */
void	head_read(struct document *, struct head *);
/* Takes the header table and the revision table, with its title, out of the
 * text: their values stand elsewhere. */
void	head_take_out(struct document *, const struct head *);
/* Whether it says anything that has to be confirmed. */
bool	head_says(const struct head *);

#endif
