/* SPDX-License-Identifier: ISC
 *
 * table_writer: a table as Markdown.
 */
#ifndef IMPORT_TABLE_WRITER_H
#define IMPORT_TABLE_WRITER_H

#include "import/line_writer.h"

/* Appends the rows; the table has the form of import/grid.h. */
void	table_writer_put(struct line_writer *, struct sink *,
	    const struct table *);

#endif
