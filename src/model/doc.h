/* SPDX-License-Identifier: ISC
 *
 * doc: a document in memory, and the grammar of its tree. source/ builds it,
 * model/ completes and checks it, renderers read it.
 *
 *   document  <- block* footnotes?
 *   block     <- heading | paragraph | list | quote | note | code | rule
 *              | figure | table | division | group | page-break
 *   heading   <- inline*                     level, id, number (“2.1”)
 *   paragraph <- inline*
 *   list      <- entry+                      ordered, start, tight, numbering
 *   entry     <- block*                      label (as typed)
 *   quote     <- block*
 *   note      <- block*                      type
 *   code      <- text?                       info
 *   figure    <- caption?                    id, number, src, alt, size
 *   table     <- caption? row row*           id, number (with a caption), widths
 *   caption   <- inline*                     a figure's: one text
 *   row       <- cell cell*                  header (only the first row)
 *   cell      <- inline*                     align, role, columns, rows
 *   division  <- block*                      type; an annex: number, id (if
 *                                            it begins with no heading)
 *   group     <- paragraph list              a question; its radio buttons
 *   footnotes <- footnote+                   in order of first mention
 *   footnote  <- block*                      id, number
 *   inline    <- text | emphasis | strong | struck | subscript | superscript
 *              | underline | keystroke | span | literal | link | reference
 *              | picture | footnote-ref | label | field | soft-break
 *              | hard-break
 *   emphasis, strong, struck, subscript, superscript, underline, keystroke,
 *   span, link, reference, label <- inline*  lang (a span); of which field
 *   literal   <- text                        code in a line
 *
 * A row has no cell where one of a row above reaches into it; those that it has
 * take the columns that are free, from the left. In every column and in every
 * row a cell begins, and the rows of a table are equally long. No cell of a
 * header row reaches below it.
 *
 * No two texts are adjacent. Every node has its position in the source.
 */
#ifndef MODEL_DOC_H
#define MODEL_DOC_H

#include "base/date.h"
#include "base/map.h"
#include "base/strings.h"
#include "model/field.h"
#include "model/header_row.h"
#include "model/ident.h"
#include "model/item.h"
#include "model/unit.h"

/* Opaque here: model/dom.h. */
struct _xmlNode;
struct _xmlDoc;

/* A question that the author may leave open. */
enum answer { ANSWER_NONE, ANSWER_NO, ANSWER_YES };

/* The front matter of a document or of a folder's index.md. */
struct front_matter {
	bool			has_lang;
	enum lang		lang;
	struct sourced		prepared_by;	/* a role */
	struct sourced		approved_by;
	unsigned		review_months;	/* 0: none */
	struct date		review_date;
	struct sourced		summary;
	struct sourced		change;
	struct sourced		translation_of;	/* the edition */
	struct strings		keywords;
	struct sourced		title;		/* where no heading states it */
	struct reliance		*reliances;	/* the first; NULL: none */
	struct earlier		*earlier;	/* editions; the first, or NULL */
	enum answer		numbered;	/* are its sections? */
	enum answer		office_fields;	/* open to all readers? */
	enum answer		contents;	/* has it a list of them? */
	struct sourced		contact;	/* index.md only, from here */
	str			url;		/* content/index.md only */
	struct sourced		logo;
	struct sourced		logo_alt;
	bool			has_utc_offset;
	int			utc_offset;	/* [min] */
	struct units		units;		/* their titles */
	unsigned		release_needs;	/* model/release_need.h */
	struct header_rows	header_rows;		/* the header table */
	struct sourced		*declared;	/* of the collection's rows:
						 * model/declared.h */
};

/* The newest dialect of Markdown that matbu reads, which drafts are written in.
 * A released edition is read in the dialect of its release for ever: a
 * construct that dialect N introduced is ordinary text where dialect < N. */
enum { DOC_DIALECT = 2 };

struct doc {
	struct arena	*arena;			/* all of it lives here */
	struct diags	*diags;			/* NULL: report nothing */
	str		 path;			/* “content/frm/…md”: shown */
	str		 folder;		/* its folder, frm/bim/konu */
	str		 stem;			/* file name without “.md” */
	const struct ident *ident;		/* NULL: an index.md */
	enum lang	 lang;			/* its own, else the site's */
	unsigned	 dialect;		/* of Markdown, of the source */
	struct front_matter front_matter;
	struct sourced	 unit_title;		/* of the index.md of a unit
						 * that has no other */
	const struct header_rows *header_rows;	/* the collection's; NULL: it
						 * declares none */
	const struct strings *pictures;		/* file names in its folder,
						 * linked ones too */
	bool		*pictures_used;		/* as many as pictures */
	const struct map *names;		/* the collection's own; NULL:
						 * do not check links */
	str		 text;			/* the source: UTF-8, LF */
	bool		 unread;		/* its text is refused */
	struct _xmlDoc	*tree;
	struct _xmlNode	*root;			/* KIND_DOCUMENT */
	struct _xmlNode	*title;			/* level-1 heading, or NULL */
	struct map	 anchors;		/* id -> value: struct item,
						 * number: how many have it as
						 * their base id */
	struct map	*item_paths;		/* -> value: item_path's own;
						 * NULL: not made yet */
	unsigned	 searches;		/* for nearest names, so far */
	unsigned	 figures;
	unsigned	 tables;
	unsigned	 annexes;
	struct field_list fields;
};

/* The maximum length of a heading [byte]: tables of contents, bookmarks and
 * references repeat its text. */
enum { DOC_HEADING_LIMIT = 1000 };

/* The maximum number of searches for a nearest name in a document: each one
 * compares all names, and a document may have a hundred thousand faults. */
enum { DOC_SEARCH_LIMIT = 100 };

/* diag() at a position in the document. */
#define doc_diag(doc, id, pos, ...) \
	diag((doc)->diags, (id), (pos), (doc)->path, __VA_ARGS__)

#endif
