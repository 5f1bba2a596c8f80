/* SPDX-License-Identifier: ISC
 *
 * answer_table: forms that came back as a table: a row for each file, a column
 * for each field. What people typed acts on no terminal and in no spreadsheet.
 */
#ifndef EDITION_ANSWER_TABLE_H
#define EDITION_ANSWER_TABLE_H

#include "base/sink.h"
#include "edition/form_file.h"
#include "edition/list_output.h"

struct answer_table {
	struct arena	*arena;
	enum list_format format;
	const struct form_file *files;
	const str	*states;	/* of their editions */
	size_t		 num;
	size_t		 guarded;	/* cells of CSV that got a “'” */
};

/* Writes all files. Text: a table for each edition, control characters as
 * \xNN, line ends as ⏎. CSV: base/cell.h; columns of all fields. JSON: exactly
 * what was filled in. */
void	answer_table_write(struct answer_table *, struct sink *);

#endif
