/* SPDX-License-Identifier: ISC
 *
 * item: what matbu knows of a node beside its place in the tree. Lives in
 * the document's arena; code switches on kind.
 */
#ifndef MODEL_ITEM_H
#define MODEL_ITEM_H

#include "base/diags.h"
#include "model/kind.h"

enum align { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

/* In the order of WORD_NOTE …: GitHub's five. */
enum note_type { NOTE_NOTE, NOTE_TIP, NOTE_IMPORTANT, NOTE_WARNING, NOTE_CAUTION
    };

enum target {
	TARGET_OUTSIDE,			/* an address with a scheme */
	TARGET_WORK,			/* a work or edition of the collection */
	TARGET_FOLDER,			/* a folder's index */
	TARGET_NONE			/* at fault; shown as text */
};

struct item {
	enum kind	kind;
	struct pos	pos;
	/* Headings, figures and captioned tables: the anchor. References:
	 * that of their target. Footnotes and their references: the label. */
	str		id;
	/* Figures, captioned tables, footnotes and references to them: N,
	 * from 1. */
	unsigned	number;
	union {
		struct {
			str		source;		/* from pos to the end of
							 * its line; or empty */
		} text;
		struct {
			int		level;		/* 1..6 */
			str		label;		/* once a reference has
							 * asked for it */
		} heading;
		struct {
			bool		ordered;
			bool		tight;
			unsigned	start;
		} list;
		struct {
			enum note_type	type;
		} note;
		struct {
			str		info;		/* “sh” */
		} code;
		struct {
			str		src;		/* as written */
			str		alt;
			str		title;		/* a figure's caption */
			unsigned	width;		/* [pixel]; 0: unknown */
			unsigned	height;		/* [pixel] */
			bool		is_there;	/* can be read */
			bool		mentioned;	/* by a reference */
		} picture;				/* and figure */
		struct {
			size_t		columns;
			const enum align *align;	/* columns of them */
		} table;
		struct {
			bool		header;
		} row;
		struct {
			enum align	align;
		} cell;
		struct {
			str		href;		/* as written */
			str		title;
			enum target	target;
			str		path;		/* frm/bim/…; works, folders */
			str		anchor;		/* without “#” */
		} link;
		struct {
			const struct item *target;	/* NULL: at fault */
		} reference;
		struct {
			unsigned	use;		/* 1st, 2nd … of its note */
		} footnote_ref;
		struct {
			unsigned	uses;
		} footnote;
	};
};

#endif
