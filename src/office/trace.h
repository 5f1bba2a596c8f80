/* SPDX-License-Identifier: ISC
 *
 * trace: the list of personal data, tracked changes, comments and macros in a
 * file (office/traces.h).
 */
#ifndef OFFICE_TRACE_H
#define OFFICE_TRACE_H

#include "base/str.h"

struct arena;

enum trace_kind { TRACE_NAME, TRACE_CHANGE, TRACE_COMMENT, TRACE_MACRO };

enum traces_fault {
	TRACES_FINE,
	TRACES_BROKEN,			/* may be repaired by another program */
	TRACES_OTHER,			/* of another kind: nothing to find */
	TRACES_PASSWORD, TRACES_LARGE,
	TRACES_PROGRAM			/* qpdf is missing */
};

/* One trace for all changes (or comments) of one author in one part. */
struct trace {
	enum trace_kind	kind;
	str		who;		/* may be empty, if it is no NAME */
	str		place;		/* part and place of the first */
	str		part;
	size_t		num;
};

struct traces {
	struct arena	*arena;
	struct trace	*items;
	size_t		 num;
	bool		 has_xml;
	size_t		 size;		/* of what was decompressed [byte] */
	enum traces_fault fault;
};

/* The most traces that are kept. */
enum { TRACES_LIMIT = 50 };

/* An empty list, in the arena. */
struct traces	trace_list(struct arena *);
/* Adds a trace (copied); one of the same kind, author and part counts once
 * more, one after the limit is dropped. */
void		trace_add(struct traces *, enum trace_kind, str who, str part,
		    str place);

#endif
