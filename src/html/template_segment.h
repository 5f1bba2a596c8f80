/* SPDX-License-Identifier: ISC
 *
 * html_template_segment: the segments of a template. For html/template*.c
 * only.
 */
#ifndef HTML_TEMPLATE_SEGMENT_H
#define HTML_TEMPLATE_SEGMENT_H

#include "base/str.h"

/* Which value: a slot, a word, a list, or a field of a list's row. */
struct which {
	enum { NOTHING, SLOT, WORD, LIST, FIELD } kind;
	size_t	at;			/* slot, word or list */
	size_t	field;
	bool	html;			/* not to be escaped */
};

enum step {
	PUT,				/* text as it is */
	PUT_ROOT,			/* the relative URL of the root */
	PUT_VALUE,
	PUT_ATTR,			/* text="value"; nothing where empty */
	IF,				/* empty value: goes to “to” */
	EACH,				/* starts a list; empty: goes to “to” */
	EACH_END			/* the next row: back to “to” */
};

struct segment {
	enum step	step;
	str		text;
	struct which	which;
	size_t		to;		/* index of a segment */
};

struct html_template {
	struct segment	*segments;
	size_t		 num;
	struct strings	 files;
};

#endif
