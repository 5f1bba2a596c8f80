/* SPDX-License-Identifier: ISC
 *
 * list_output: writes a list as text, as CSV that a Turkish Excel opens by a
 * click (semicolons, byte-order mark, CRLF), or as JSON.
 */
#ifndef EDITION_LIST_OUTPUT_H
#define EDITION_LIST_OUTPUT_H

#include "base/date.h"
#include "base/lang.h"

struct sink;

struct list_column {
	enum word	 head;
	const char	*key;		/* in JSON */
};

enum list_format { LIST_TEXT, LIST_CSV, LIST_JSON };

/* The caller sets title and day after list_output_open(). */
struct list_output {
	struct arena	*arena;
	enum list_format format;
	const struct list_column *columns;
	size_t		 num_columns;
	size_t		 num_shown;	/* of them in text */
	const char	*title;
	struct date	 day;
	str		*cells;		/* rows after each other */
	size_t		 num;		/* rows */
	size_t		 cap;
};

/* Starts an empty list in the format of that name; NULL is text. Borrows the
 * columns. Returns false where there is no such format. */
bool	list_output_open(struct list_output *, struct arena *, const char *name,
	    const struct list_column *, size_t num_columns, size_t num_shown);
/* Returns a date as a cell: 15.01.2019; in JSON 2019-01-15. */
str	list_output_date(const struct list_output *, struct date);
/* Adds a row of num_columns cells, whose bytes are borrowed. */
void	list_output_add(struct list_output *, const str *cells);
/* Writes the list. In text an empty list is “–”; in JSON an empty cell and
 * “–” are null. */
void	list_output_write(const struct list_output *, struct sink *);

#endif
