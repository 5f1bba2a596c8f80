/* SPDX-License-Identifier: ISC
 *
 * list_choice: what a marker is where it stands: which of its readings, “i)” as
 * a letter or a Roman number, and whether it is the first of a list or goes on
 * with one. Part of list_pass.
 */
#ifndef SOURCE_LIST_CHOICE_H
#define SOURCE_LIST_CHOICE_H

#include "source/extract.h"
#include "source/list_marker.h"

/* How far lines that decide about a marker may be away [line]. */
enum { LIST_LOOKAHEAD = 400 };

/* What a pass knows at a line. */
struct list_state {
	const struct extract	*extract;
	/* The last ordinal of each family since the heading or article's head;
	 * 0: none. */
	unsigned		 last[LIST_FAMILIES];
	/* The paragraph: */
	size_t			 col;		/* of its text, from 0 */
	struct list_reading	 open;		/* its item; ordinal 0: none */
};

enum list_how {
	LIST_FIRST,
	LIST_FIRST_OF_RUN,		/* its successor follows */
	LIST_NEXT,
	LIST_LATER,			/* of the open item's family */
	LIST_OTHER
};

struct list_choice {
	struct list_reading	reading;
	enum list_how		how;
};

/* Of a marker at the start of a paragraph: line n, offset at. */
struct list_choice list_choice_at_start(const struct list_state *, size_t n,
		    size_t at, const struct list_marker *);
/* Of a marker on a later line of a paragraph. */
struct list_choice list_choice_inside(const struct list_state *, size_t n,
		    size_t at, const struct list_marker *);

#endif
