/* SPDX-License-Identifier: ISC
 *
 * pdf_tag_node: the structure tree in memory. Only tag.c, which makes it,
 * structure.c, which writes it, and structure_dump.c include this file.
 */
#ifndef PDF_TAG_NODE_H
#define PDF_TAG_NODE_H

#include "base/str.h"
#include "pdf/tag_types.h"

/* Marked content on a page, or an annotation. */
struct pdf_tag_mark {
	unsigned		 page;
	unsigned		 number;	/* MCID, or object */
	struct pdf_tag_mark	*next;
};

struct pdf_tag_marks {
	struct pdf_tag_mark	*first;
	struct pdf_tag_mark	*last;
};

/* A piece of the text that was shown. */
struct pdf_tag_piece {
	str			 text;
	struct pdf_tag_piece	*next;
};

/* What few elements have. */
struct pdf_tag_more {
	struct pdf_tag_marks	 annotations;	/* of a Link */
	str			 alt;
	str			 lang;
	bool			 row_scope;
	bool			 has_box;
	unsigned		 columns, rows;	/* 0: one */
	enum pdf_numbering	 numbering;
	enum pdf_decoration	 decoration;
	bool			 has_shift;
	double			 shift;		/* [pt] */
	double			 box[4];	/* [pt] */
	unsigned		 note;		/* number of a Note, from 1;
						 * 0: another element */
	unsigned		 header;	/* number of a TH that others
						 * name, from 1; 0: of none */
	struct pdf_tag *const	*headers;	/* that describe the cell */
	size_t			 num_headers;
};

/* Kept small, because a table has two for each cell. */
struct pdf_tag {
	enum pdf_tag_type	 type;
	unsigned		 object;
	struct pdf_tags		*tags;
	struct pdf_tag		*parent;
	struct pdf_tag		*next;
	union {
		struct {				/* an element */
			struct pdf_tag		*first;
			struct pdf_tag		*last;
			const struct pdf_tag_more *more; /* never NULL */
		};
		struct {				/* a content */
			struct pdf_tag_marks	 marks;
			/* NULL, or followed by the first one. */
			struct pdf_tag_piece	*last_piece;
		};
	};
};

/* The elements that own the marks of a page, by MCID. */
struct pdf_tag_owners {
	struct pdf_tag	**tags;
	unsigned	  num;
	unsigned	  cap;
};

/* A key of the parent tree: a page, or an annotation of link. */
struct pdf_tag_key {
	struct pdf_tag_owners	*page;
	struct pdf_tag		*link;
	struct pdf_tag_key	*next;
};

struct pdf_tags {
	struct arena		*arena;
	struct pdf_tag		*root;
	struct pdf_tag_owners	**pages;
	unsigned		 num_pages;
	unsigned		 cap_pages;
	struct pdf_tag_key	*keys;
	struct pdf_tag_key	*last_key;
	unsigned		 num_keys;
	struct pdf_tag_owners	 notes;		/* the Note elements */
	struct pdf_tag_owners	 headers;	/* the TH that others name */
	bool			 keeps_text;
};

/* Their names in the file, of Table 347 (ISO 32000-1, 14.8.5.5) and Table 345
 * (14.8.5.4). Static. */
const char	*pdf_tag_numbering_name(enum pdf_numbering);
const char	*pdf_tag_decoration_name(enum pdf_decoration);

#endif
