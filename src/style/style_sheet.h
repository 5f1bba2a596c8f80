/* SPDX-License-Identifier: ISC
 *
 * pdf_sheet: the look of a record, read from templates/sheet.xml: page and
 * margins, faces, a style for each kind of text, letterhead, header and
 * footer. Properties bear the names of XSL 1.1 (formatting objects). Read
 * once a run; afterwards nothing in it changes and all threads share it.
 */
#ifndef STYLE_SHEET_H
#define STYLE_SHEET_H

#include "base/diags.h"
#include "font/hyphen.h"
#include "font/shaper.h"

enum pdf_look {
#define X(id, name) PDF_LOOK_##id,
#include "style/style_ids.def"
#undef X
	PDF_LOOK_COUNT
};

enum pdf_slot {
#define X(id, name) PDF_SLOT_##id,
#include "style/style_slots.def"
#undef X
	PDF_SLOT_COUNT
};

enum pdf_variant {			/* bits; index of a style's chains */
	PDF_BOLD = 1,
	PDF_ITALIC = 2,
	PDF_VARIANTS = 4
};

enum pdf_align { PDF_START, PDF_CENTER, PDF_END, PDF_JUSTIFY };

/* All lengths in [pt]. */
struct pdf_style {
	const struct pdf_chain	*chains[PDF_VARIANTS];
	unsigned		 variant;	/* enum pdf_variant, or-ed */
	double			 size;
	double			 scale;		/* of the text around; 0: size */
	double			 leading;	/* from base line to base line */
	unsigned		 colour;	/* 0xRRGGBB */
	enum pdf_align		 align;
	bool			 hyphenate;
	double			 before, after;	/* space above and below */
	double			 indent;	/* at the left */
	double			 padding;
	double			 border;	/* width of its lines */
	unsigned		 border_colour;
	bool			 filled;
	unsigned		 background;
};

/* A text with slots. */
struct pdf_part {
	str		 text;			/* of no slot */
	bool		 is_slot;
	enum pdf_slot	 slot;
	struct pdf_part	*next;
};

struct pdf_region_line {
	enum pdf_look		 start_look, end_look;
	struct pdf_part		*start, *end;	/* at either side; or NULL */
	struct pdf_region_line	*next;
};

/* Letterhead, header (from the second sheet on), footer. */
struct pdf_region {
	struct pdf_region_line	*lines;
	double			 edge;		/* to the sheet's edge */
	double			 space;		/* to the text */
	double			 padding;	/* to its rule */
	double			 border;	/* its rule */
	unsigned		 border_colour;
	double			 picture;	/* height of logo or QR; 0: no */
};

struct pdf_sheet {
	double			 width, height;
	double			 left, right, top, bottom;	/* margins */
	struct pdf_style	 styles[PDF_LOOK_COUNT];
	struct pdf_region	 letterhead, header, footer;
	struct pdf_hyphen	*hyphen;
	struct pdf_face		**faces;	/* all that were opened */
	size_t			 num_faces;
};

/* Reads the text of a sheet; path is for messages. Every mistake is told
 * with its place; NULL after one. In arena, but pdf_sheet_close() it. */
struct pdf_sheet	*pdf_sheet_read(struct arena *, str text,
			    struct diags *, str path);
void			 pdf_sheet_close(struct pdf_sheet *);

/* The width that text may take [pt]. */
double			 pdf_sheet_measure(const struct pdf_sheet *);
str			 pdf_sheet_slot_name(enum pdf_slot);

#endif
