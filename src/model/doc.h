/* SPDX-License-Identifier: ISC
 *
 * doc: a document in memory, and the grammar that its tree keeps. Sources
 * build it, model/ completes and checks it, presses read it.
 *
 *   document  <- block* footnotes?
 *   block     <- heading | paragraph | list | quote | note | code | rule
 *              | figure | table
 *   heading   <- inline*                     level, id
 *   paragraph <- inline*
 *   list      <- entry+                      ordered, start, tight
 *   entry     <- block*
 *   quote     <- block*
 *   note      <- block*                      type
 *   code      <- text?                       info
 *   figure    <- caption?                    id, number, src, alt, size
 *   table     <- caption? row row*           id, number (with a caption)
 *   caption   <- inline*                     a figure's: one text
 *   row       <- cell*                       header (the first row)
 *   cell      <- inline*                     align
 *   footnotes <- footnote+                   in order of first mention
 *   footnote  <- block*                      id, number
 *   inline    <- text | emphasis | strong | literal | link | reference
 *              | picture | footnote-ref | soft-break | hard-break
 *   emphasis, strong, link, reference <- inline*
 *   literal   <- text                        code in a line
 *
 * No two texts stand side by side. Every node has the place of its source.
 */
#ifndef MODEL_DOC_H
#define MODEL_DOC_H

#include "base/date.h"
#include "base/map.h"
#include "base/strings.h"
#include "model/header_row.h"
#include "model/ident.h"
#include "model/item.h"

/* Opaque here: model/dom.h. */
struct _xmlNode;
struct _xmlDoc;

/* The front matter of a document or of a folder's index.md. */
struct front_matter {
	bool			has_lang;
	enum lang		lang;
	str			prepared_by;	/* a role */
	str			approved_by;
	unsigned		review_months;	/* 0: none */
	struct date		review_date;
	str			summary;
	str			change;
	struct strings		keywords;
	str			contact;	/* index.md only, from here */
	str			url;		/* content/index.md only */
	str			logo;
	struct pos		logo_pos;
	str			logo_alt;
	struct header_rows	header_rows;		/* the header table */
};

struct doc {
	struct arena	*arena;			/* all of it lives here */
	struct diags	*diags;			/* NULL: not to be told */
	str		 path;			/* “content/frm/…md”, shown */
	str		 folder;		/* frm/bim/e-posta: its folder */
	str		 stem;			/* file name without “.md” */
	const struct ident *ident;		/* NULL: an index.md */
	enum lang	 lang;			/* its own, else the site's */
	struct front_matter front_matter;
	const struct strings *pictures;		/* file names in its folder */
	bool		*pictures_used;		/* as many as pictures */
	const struct map *names;		/* of the collection: its own;
						 * NULL: links are not checked */
	str		 text;			/* the source: UTF-8, LF */
	bool		 unread;		/* its text was refused */
	struct _xmlDoc	*tree;
	struct _xmlNode	*root;			/* KIND_DOCUMENT */
	struct _xmlNode	*title;			/* the level-1 heading or NULL */
	struct map	 anchors;		/* id -> value: struct item,
						 * number: how many have it as
						 * their base id */
	unsigned	 sought;		/* nearest names, so far */
	unsigned	 figures;
	unsigned	 tables;
};

/* The maximum length of a heading [byte]: tables of contents, bookmarks and
 * references repeat its text. */
enum { DOC_HEADING_LIMIT = 1000 };

/* A nearest name takes a look at every name there is: the first faults of a
 * document get one, not a hundred thousand. */
enum { DOC_SEEK_LIMIT = 100 };

/* diag() at a place in the document. */
#define doc_diag(doc, id, pos, ...) \
	diag((doc)->diags, (id), (pos), (doc)->path, __VA_ARGS__)

#endif
