/* SPDX-License-Identifier: ISC
 *
 * list_columns: the columns of a master list: those of every list, and the
 * declared rows of the header table. A unique row stands beside the work, the
 * others at the end.
 */
#ifndef EDITION_LIST_COLUMNS_H
#define EDITION_LIST_COLUMNS_H

#include "edition/list_output.h"
#include "model/collection.h"

/* Programs read the keys of these columns. The text has no UNIT and no EDITION:
 * document number, day and revision say the same; and no SUCCESSOR: the note
 * says it. */
enum list_column_id { LIST_WORK, LIST_TITLE, LIST_UNIT, LIST_OWNER,
	LIST_REVISION, LIST_FIRST, LIST_DATE, LIST_STATE, LIST_REVIEW, LIST_END, LIST_NOTE,
	LIST_EDITION, LIST_SUCCESSOR, LIST_COLUMNS };

struct list_columns {
	const struct collection	*collection;	/* borrowed */
	struct list_column	*columns;	/* in arena */
	size_t			 num;
	size_t			 unique;	/* beside the work */
};

/* What the column of notes says: the note, or what the list is about. */
enum list_about { LIST_OF_NOTES, LIST_OF_SOURCES, LIST_OF_ORIGINALS };

/* Makes the columns in the language of messages. */
void	list_columns_make(struct list_columns *, struct arena *,
	    const struct collection *, enum list_about);
/* Makes the cells of a row from those of every list. In arena. */
str    *list_columns_cells(const struct list_columns *, struct arena *,
	    const struct card *, const str cells[LIST_COLUMNS]);

#endif
