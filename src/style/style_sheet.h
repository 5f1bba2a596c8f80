/* SPDX-License-Identifier: ISC
 *
 * style_sheet: the look of a record, read from templates/sheet.xml: page and
 * margins, faces, a style for each kind of text, letterhead, header and
 * footer. Properties bear the names of XSL 1.1 (formatting objects). Read
 * once a run; afterwards nothing in it changes and all threads share it.
 */
#ifndef STYLE_SHEET_H
#define STYLE_SHEET_H

#include "base/diags.h"
#include "font/hyphen.h"
#include "font/shaper.h"

enum style_id {
#define X(id, name) STYLE_##id,
#include "style/style_ids.def"
#undef X
	STYLE_COUNT
};

enum style_slot {
#define X(id, name) STYLE_SLOT_##id,
#include "style/style_slots.def"
#undef X
	STYLE_SLOT_COUNT
};

enum style_variant {			/* bits; index of a style's chains */
	STYLE_BOLD = 1,
	STYLE_ITALIC = 2,
	STYLE_VARIANTS = 4
};

enum style_align { STYLE_ALIGN_START, STYLE_ALIGN_CENTER, STYLE_ALIGN_END,
    STYLE_ALIGN_JUSTIFY };

/* All lengths in [pt]. */
struct style {
	const struct font_chain	*chains[STYLE_VARIANTS];
	unsigned		 variant;	/* enum style_variant, or-ed */
	double			 size;
	double			 scale;	/* of the text around; 0: size */
	double			 leading;	/* from base line to base line */
	unsigned		 colour;	/* 0xRRGGBB */
	enum style_align	 align;
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
struct style_region_part {
	str				 text;	/* of no slot */
	bool				 is_slot;
	enum style_slot			 slot;
	struct style_region_part	*next;
};

struct style_region_line {
	enum style_id			 start_look, end_look;
	struct style_region_part	*start, *end;	/* at either side; or NULL */
	struct style_region_line	*next;
};

/* Letterhead, header (from the second sheet on), footer. */
struct style_region {
	struct style_region_line	*lines;
	double				 edge;	/* to the sheet's edge */
	double				 space;	/* to the text */
	double				 padding;	/* to its rule */
	double				 border;	/* its rule */
	unsigned			 border_colour;
	double				 picture;	/* height of logo or QR; 0: no */
};

struct styles {
	double			 width, height;
	double			 left, right, top, bottom;	/* margins */
	struct style		 styles[STYLE_COUNT];
	struct style_region	 letterhead, header, footer;
	struct hyphenator	*hyphen;
	struct face		**faces;	/* all that were opened */
	size_t			 num_faces;
};

/* Reads the text of a sheet; path is for messages. Every mistake is told
 * with its place; NULL after one. In arena, but style_sheet_close() it. */
struct styles	*style_sheet_read(struct arena *, str text,
			    struct diags *, str path);
void		 style_sheet_close(struct styles *);

/* The width that text may take [pt]. */
double	 style_measure(const struct styles *);
str	 style_slot_name(enum style_slot);

#endif
