/* SPDX-License-Identifier: ISC
 *
 * style: how a record looks: the size of its sheets and their margins, a style
 * for each kind of text, letterhead, header and footer. style_sheet reads it
 * from templates/sheet.xml once a run; afterwards it does not change and all
 * threads share it. All lengths are in [pt].
 */
#ifndef STYLE_STYLE_H
#define STYLE_STYLE_H

#include "base/diags.h"

struct face;
struct font_chain;
struct hyphenator;

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

struct style {
	const struct font_chain	*chains[STYLE_VARIANTS];
	unsigned		 variant;	/* enum style_variant, or-ed */
	double			 size;
	double			 scale;	/* of the text around; 0: size */
	double			 leading;	/* between base lines */
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

/* A piece of a region's line: a text or a slot. */
struct style_region_part {
	str				 text;	/* empty for a slot */
	bool				 is_slot;
	enum style_slot			 slot;
	struct pos			 pos;	/* of <start> or <end> */
	struct style_region_part	*next;
};

struct style_region_line {
	enum style_id			 start_style, end_style;
	struct style_region_part	*start, *end;	/* or NULL */
	struct style_region_line	*next;
};

/* Letterhead, header (from the second sheet on), footer. */
struct style_region {
	struct style_region_line	*lines;
	double				 edge;	/* to the sheet's edge */
	double				 space;		/* to the text */
	double				 padding;	/* to its rule */
	double				 border;	/* its rule */
	unsigned			 border_colour;
	double				 picture;	/* height of logo or
							 * QR code; 0: none */
};

/* The result of the style sheet. */
struct styles {
	str			 path;		/* of the style sheet */
	double			 width, height;	/* of a sheet */
	double			 left, right, top, bottom;	/* margins */
	const struct styles	*turned;	/* the same on a landscape
						 * sheet, which is bound at its
						 * upper edge */
	struct style		 by_id[STYLE_COUNT];
	struct style_region	 letterhead, header, footer;
	struct hyphenator	*hyphen;
	struct face		**faces;	/* all that were opened */
	size_t			 num_faces;
};

/* The width that text may take [pt]. */
double	 style_measure(const struct styles *);
/* The styles of sheets of that orientation. */
const struct styles *style_turned(const struct styles *upright, bool turned);
/* The slot's name in sheet.xml; static. */
str	 style_slot_name(enum style_slot);

#endif
