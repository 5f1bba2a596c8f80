/* SPDX-License-Identifier: ISC
 *
 * list_output: the rows of a list, and the list as CSV that a Turkish Excel
 * opens by a click (semicolons, byte-order mark, CRLF), or as JSON. list_text
 * writes it for a terminal.
 */
#ifndef EDITION_LIST_OUTPUT_H
#define EDITION_LIST_OUTPUT_H

#include "base/date.h"
#include "base/str.h"

struct sink;

struct list_column {
	str		 head;
	str		 key;		/* in JSON */
	bool		 declared;	/* in JSON a member of “header” */
	bool		 hidden;	/* not in text */
	bool		 above, below;	/* in text not in the row of the others
					 * but above it, or below it */
};

enum list_format { LIST_TEXT, LIST_CSV, LIST_JSON };

/* After list_output_open() the caller sets title, day and columns (borrowed). */
struct list_output {
	struct arena	*arena;
	enum list_format format;
	const struct list_column *columns;
	size_t		 num_columns;
	const char	*title;
	struct date	 day;
	str		*cells;		/* rows after each other */
	size_t		 num;		/* rows */
	size_t		 cap;
};

/* Starts an empty list in the format of that name; NULL is text. Returns false
 * where there is no such format. */
bool	list_output_open(struct list_output *, struct arena *,
	    const char *name);
/* Returns a date as a cell: 15.01.2019; in JSON 2019-01-15. */
str	list_output_date(const struct list_output *, struct date);
/* Adds a row of num_columns cells, whose bytes are borrowed. */
void	list_output_add(struct list_output *, const str *cells);
/* Writes the list as CSV; as JSON, where an empty cell and “–” are null, and
 * columns of declared rows are an object of their own. */
void	list_output_csv(const struct list_output *, struct sink *);
void	list_output_json(const struct list_output *, struct sink *);

#endif
