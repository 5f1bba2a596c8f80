/* SPDX-License-Identifier: ISC
 *
 * list_pass: finds the markers of lists that CommonMark does not know in the
 * paragraphs of a parse, and rewrites them as “1) ” with a mark of the line
 * (struct extract_mark). Reports markers out of sequence, and those that begin
 * no item. For parse.
 */
#ifndef SOURCE_LIST_PASS_H
#define SOURCE_LIST_PASS_H

#include "source/paragraph.h"

/* Markers that begin no item; a later pass may yet take one. */
struct list_unparsed {
	struct unparsed_marker	*list;
	size_t			 num, cap;
};

/* One pass; the caller parses again and repeats while it returns true: then it
 * has changed the extract. */
bool	list_pass_run(struct list_unparsed *, struct extract *, struct doc *,
	    const struct paragraph *, size_t num);
/* Reports what the last pass has left; frees the list. */
void	list_pass_end(struct list_unparsed *, struct doc *);

#endif
