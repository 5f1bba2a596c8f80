/* SPDX-License-Identifier: ISC
 *
 * audit_doc: a document that has no source: a list as a tree, which the
 * renderers of pages and records take. Its texts are taken as they are, never
 * as Markdown.
 */
#ifndef PUBLISH_AUDIT_DOC_H
#define PUBLISH_AUDIT_DOC_H

#include "build/records.h"
#include "model/dom.h"

struct audit_doc {
	struct doc	 doc;
	node		*to;		/* where blocks come */
	node		*table;
	node		*row;
	node		*cell;
	/* Of a document for paper: its links lead to records, not pages, and
	 * what no face has is named by its code point. NULL: a page. */
	const struct record_renderer *paper;
};

/* Begins a document in the arena with its title; file: its name in messages.
 * wide: its sheets are landscape. audit_doc_close() it. */
void	audit_doc_open(struct audit_doc *, struct arena *, struct diags *,
	    enum lang, str file, str title, const struct record_renderer *paper,
	    bool wide);
/* Ids of the headings: after the last block, before a renderer takes it. */
void	audit_doc_complete(struct audit_doc *);
void	audit_doc_close(struct audit_doc *);

/* A word of the document's language with two values, in its arena. */
str	audit_doc_phrase(const struct audit_doc *, enum word, str first,
	    str second);
/* What stands at the foot of each sheet: the day, and the register of which the
 * document is made, in arena. */
str	audit_doc_foot(const struct audit_doc *, str day, size_t rows,
	    str chain);

void	audit_doc_heading(struct audit_doc *, str);
void	audit_doc_paragraph(struct audit_doc *, str);
/* “label: literal” */
void	audit_doc_fact(struct audit_doc *, str label, str literal);
/* Lines that a reader types. */
void	audit_doc_code(struct audit_doc *, str);

/* Begins a table whose first row has these heads. */
void	audit_doc_table(struct audit_doc *, const enum word *heads,
	    size_t num);
/* Ends a table; where it has no rows, and so was not begun, says that there was
 * nothing. */
void	audit_doc_end_table(struct audit_doc *, size_t rows);
/* Begins a row; its first cell is its header. */
void	audit_doc_row(struct audit_doc *);
/* Begins a cell with a text; an empty one is “–”. */
void	audit_doc_cell(struct audit_doc *, str);
/* Adds to the cell: a line, a link to a file of the folder or an address. */
void	audit_doc_line(struct audit_doc *, str);
void	audit_doc_literal(struct audit_doc *, str);
void	audit_doc_link(struct audit_doc *, str text, str href);
/* Begins a cell with a day; “–” where it is not set. */
void	audit_doc_day(struct audit_doc *, struct date);
/* Begins a cell with the title of an edition; inside: its page stands in the
 * folder, so it is a link. */
void	audit_doc_title(struct audit_doc *, const struct card *, bool inside);
/* The same after a cell with the edition's number, and with its work where that
 * is not its number. */
void	audit_doc_names(struct audit_doc *, const struct collection *,
	    const struct card *, bool inside);

#endif
