/* SPDX-License-Identifier: ISC
 *
 * list_output: a list as text, as CSV that a Turkish Excel opens by a click
 * (semicolons, byte-order mark, CRLF), as JSON.
 */
#ifndef EDITION_LIST_OUTPUT_H
#define EDITION_LIST_OUTPUT_H

#include "base/date.h"
#include "base/lang.h"

struct sink;

struct list_column {
	const char	*heads[LANG_COUNT];
	const char	*key;		/* in JSON */
};

enum list_format { LIST_TEXT, LIST_CSV, LIST_JSON };

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

/* False where there is no format of that name; NULL is text. */
bool	list_output_open(struct list_output *, struct arena *, const char *name,
	    const struct list_column *, size_t num_columns, size_t num_shown);
/* 15.01.2019, for programs 2019-01-15. */
str	list_output_date(const struct list_output *, struct date);
/* A row; its cells are borrowed. */
void	list_output_add(struct list_output *, const str *cells);
void	list_output_write(const struct list_output *, struct sink *);

#endif
