/* SPDX-License-Identifier: ISC
 *
 * header_table: the header table of an edition, as every renderer shows it: its
 * rows in the collection's order, without rows that have no value. Where a
 * document has a number of its own, the work follows it in a row IDENTITY.
 */
#ifndef MODEL_HEADER_TABLE_H
#define MODEL_HEADER_TABLE_H

#include "model/collection.h"

struct header_table_row {
	struct header_row_setting setting;
	struct sourced	label;
	struct sourced	value;		/* empty: HEADER_ROW_SHEET, which the
					 * layout of a sheet fills in */
};

struct header_table {
	struct header_table_row	*rows;
	size_t			num;
};

/* Rows are in the document's arena; values are borrowed or there, too. */
void	header_table_make(struct header_table *, const struct collection *,
	    const struct card *, const struct doc *);

#endif
