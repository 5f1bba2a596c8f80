/* SPDX-License-Identifier: ISC
 *
 * parse: from a text to the nodes of CommonMark. What CommonMark would misread
 * is rewritten or taken out before, in this order: footnotes, blocks, lists,
 * tables. For body.
 */
#ifndef SOURCE_PARSE_H
#define SOURCE_PARSE_H

#include "source/footnote.h"
#include "source/list_pass.h"
#include "source/markdown.h"
#include "source/pipe_table.h"

struct parse {
	struct doc		*doc;
	struct extract		 extract;
	struct footnotes	 footnotes;
	struct list_unparsed	 unparsed;
	struct pipe_tables	 tables;
};

/* Parses a text (borrowed) whose first line is lines + 1 of the source, and
 * returns the root, which the caller frees. The caller sets parse->doc; all
 * else is in the document's arena. Reports faults. */
markdown	*parse_text(struct parse *, str text, unsigned lines);

#endif
