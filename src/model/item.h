/* SPDX-License-Identifier: ISC
 *
 * item: the properties of a node, apart from its position in the tree. Items
 * are in the document's arena; the kind determines the member of the union.
 */
#ifndef MODEL_ITEM_H
#define MODEL_ITEM_H

#include "base/diags.h"
#include "model/kind.h"

/* The numbers of an ordered list. */
enum numbering {
	NUMBERING_DECIMAL,
	NUMBERING_LETTER,
	NUMBERING_UPPER_LETTER,
	NUMBERING_ROMAN,
	NUMBERING_UPPER_ROMAN
};

enum align { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

/* What a cell of a table is the header of. */
enum cell_role {
	CELL_BY_ROW,			/* of its columns in a header row, else
					 * of nothing */
	CELL_ROW,			/* of its rows */
	CELL_CORNER			/* of nothing: blank, in a header row,
					 * above headers of rows */
};

/* GitHub's five types, in the order of WORD_NOTE …. */
enum note_type {
#define X(id, turkish, english) NOTE_##id,
#include "model/notes.def"
#undef X
};

/* What “::: word” begins. */
enum division_type {
#define X(id, turkish, english) DIVISION_##id,
#include "model/divisions.def"
#undef X
};

enum target {
	TARGET_OUTSIDE,			/* an address with a scheme */
	TARGET_WORK,			/* a work or edition here */
	TARGET_FOLDER,			/* a folder's index */
	TARGET_FILE,			/* a file in the edition's folder */
	TARGET_NONE			/* faulty; shown as text */
};

struct field;

struct item {
	enum kind	kind;
	/* Figures, captioned tables, footnotes, annexes, the heading that an
	 * annex begins with, and references to them: the number, from 1. */
	unsigned	number;
	struct pos	pos;
	/* Headings, figures, captioned tables and annexes without a heading:
	 * the anchor. References: the
	 * anchor of their target. Footnotes and their references: the
	 * label. */
	str		id;
	/* Most nodes have only the member of their kind here (dom.c). */
	union {
		struct {
			str		source;		/* from pos to the end
							 * of its line; or
							 * empty */
		} text;
		struct {
			int		level;		/* 1..6 */
			bool		own_id;		/* “{#id}”: item.id */
			bool		unnumbered;	/* “{-}” */
			str		number;		/* “2.1”, “Ek-1”; or
							 * empty */
			str		label;		/* set by the first
							 * reference */
		} heading;
		struct {
			bool		ordered;
			bool		tight;
			unsigned	start;
			enum numbering	numbering;
			bool		labelled;	/* its entries have a
							 * label */
		} list;
		struct {
			enum note_type	type;
		} note;
		struct {
			str		info;		/* “sh” */
			const struct pos *lines;	/* of the text, in the
							 * source */
		} code;
		struct {
			str		src;		/* as written */
			str		alt;
			str		title;		/* a figure's caption */
			unsigned	width;	/* [pixel]; 0: unknown */
			unsigned	height;		/* [pixel] */
			double		wanted;		/* width [mm]; or 0 */
			bool		in_percent;	/* of the text's width,
							 * not in mm */
			bool		is_there;	/* can be read */
			bool		mentioned;	/* by a reference */
		} picture;				/* and figure */
		struct {
			size_t		columns;
			const enum align *align;	/* of each column */
			const unsigned char *widths;	/* of each column [%],
							 * or NULL: as its
							 * cells need */
		} table;
		struct {
			bool		header;
		} row;
		struct {
			enum align	align;
			enum cell_role	role;
			unsigned	columns;	/* that it takes, */
			unsigned	rows;		/* from 1 */
		} cell;
		struct {
			str		href;		/* as written */
			str		title;
			enum target	target;
			unsigned	size;		/* of a file [byte] */
			str		path;		/* works, folders */
			str		anchor;		/* without “#” */
		} link;
		struct {
			const struct item *target;	/* NULL: faulty */
		} reference;
		struct {
			unsigned	use;		/* 1st, 2nd … mention */
		} footnote_ref;
		struct {
			unsigned	uses;
		} footnote;
		struct {
			/* “ç)”, as typed; empty: CommonMark's */
			str		label;
			/* Counted, where that is ordered. */
			unsigned	number;
		} entry;
		struct {
			enum division_type type;
		} division;
		struct {
			str		lang;		/* BCP 47, as typed */
		} span;
		struct {
			struct field	*facts;
		} field;				/* and label: of whom */
	};
};

#endif
