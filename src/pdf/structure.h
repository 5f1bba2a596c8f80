/* SPDX-License-Identifier: ISC
 *
 * pdf_structure: the structure tree as it is kept, and as it is written: into the
 * file (ISO 32000-1, 14.7), and as text for tests. Others go by pdf_tag.h.
 */
#ifndef PDF_STRUCTURE_H
#define PDF_STRUCTURE_H

#include "base/sink.h"
#include "pdf/tag.h"

/* A run of content on a page, or an annotation. */
struct pdf_structure_mark {
	unsigned	 page;
	unsigned	 number;		/* MCID, or object */
	struct pdf_structure_mark *next;
};

struct pdf_structure_marks {
	struct pdf_structure_mark *first;
	struct pdf_structure_mark *last;
};

/* A piece of the text that was shown. */
struct pdf_structure_piece {
	str				 text;
	struct pdf_structure_piece	*next;
};

/* What few elements have. */
struct pdf_structure_more {
	struct pdf_structure_marks	 annotations;	/* of a Link */
	str				 alt;
	str				 actual;
	str				 lang;
	str				 title;
	bool				 row_scope;
	bool				 has_box;
	unsigned			 columns;	/* 0: one */
	enum pdf_numbering		 numbering;
	double				 box[4];	/* [pt] */
	unsigned			 note;	/* counted from 1 */
};

/* A table has two for each cell: kept small. */
struct pdf_tag {
	enum pdf_tag_type		 type;
	unsigned			 object;
	struct pdf_tags			*tags;
	struct pdf_tag			*parent;
	struct pdf_tag			*first;
	struct pdf_tag			*last;
	struct pdf_tag			*next;
	struct pdf_structure_marks	 marks;	/* of a place for content */
	struct pdf_structure_piece	*pieces;	/* of a place for content */
	struct pdf_structure_piece	*last_piece;
	const struct pdf_structure_more *more;	/* never NULL */
};

/* Whose the marks of a page are, by MCID. */
struct pdf_structure_owners {
	struct pdf_tag	**tags;
	unsigned	  num;
	unsigned	  cap;
};

/* A key of the parent tree: a page, or an annotation of link. */
struct pdf_structure_key {
	struct pdf_structure_owners	*page;
	struct pdf_tag			*link;
	struct pdf_structure_key	*next;
};

struct pdf_tags {
	struct arena			*arena;
	struct pdf_tag			*root;
	struct pdf_structure_owners	**pages;
	unsigned			 num_pages;
	unsigned			 pages_cap;
	struct pdf_structure_key	*keys;
	struct pdf_structure_key	*last_key;
	unsigned			 num_keys;
	struct pdf_structure_owners	 notes;
	bool				 keeps_text;
};

/* Writes the tree; returns the object of its root. pages: the objects of all
 * pages. */
unsigned pdf_structure_write(struct pdf_tags *, struct pdf_file *,
	    const unsigned *pages);
/* An element a line, two spaces deeper than its parent, with its attributes;
 * the text of a leaf in quotes, where pdf_tag_keep_text() was called. */
void	 pdf_structure_dump(const struct pdf_tags *, struct sink *);

#endif
