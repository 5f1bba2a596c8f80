/* SPDX-License-Identifier: ISC
 *
 * face: a face: its file, what it holds and measures, and a part of it
 * for a record. A face is opened once a run and never changes: all threads
 * share it. Knows HarfBuzz, as shaper does and nobody else.
 */
#ifndef FONT_FACE_H
#define FONT_FACE_H

#include "base/sink.h"

/* Opaque here. */
struct hb_font_t;
struct face;

enum face_fault {
	FACE_FINE,
	FACE_READ,			/* errno tells why */
	FACE_BROKEN,		/* not a font, or one without glyphs */
	FACE_VARIABLE,		/* a variable font: no static face */
	FACE_OUTLINES,		/* no TrueType outlines (CFF, bitmaps) */
	FACE_LICENCE		/* OS/2 fsType forbids embedding */
};

/* All lengths in [em]; upwards is positive. */
struct face_metrics {
	double	ascent;
	double	descent;		/* negative */
	double	cap_height;
	double	x_height;
	double	underline;		/* middle of the line; negative */
	double	underline_size;		/* its thickness */
	double	strike;			/* middle of the line through */
};

/* NULL: *fault says why. Free it after the last document. */
struct face	*face_open(const char *path, enum face_fault *fault);
void		 face_close(struct face *);
struct face_metrics face_metrics(const struct face *);
/* Whether the face can show the character; true too for what is unseen.
 * False for private use and U+FEFF,
 * which no archive may hold. From any thread. */
bool	 face_has(const struct face *, uint32_t c);

/* U+00AD, U+200B…U+200D, U+2060, U+FE0F. */
bool		 face_is_unseen(uint32_t c);
/* The face's glyph of the character, or 0. */
uint16_t	 face_glyph(const struct face *, uint32_t c);
/* For shaper: what shapes, in [font]. */
struct hb_font_t *face_font(const struct face *);

/* --- For pdf_font --- */

/* What a FontDescriptor says (ISO 32000-1, 9.8.1). */
struct face_facts {
	const char	*name;			/* PostScript name */
	unsigned	 upem;			/* [font] in an em */
	unsigned	 glyphs;
	int		 box[4];		/* [em/1000] */
	int		 ascent;		/* [em/1000] */
	int		 descent;
	int		 cap_height;
	int		 slant;			/* [degree]; italics: negative */
	int		 stem;			/* [em/1000] */
	bool		 fixed;
};
const struct face_facts *face_facts(const struct face *);
/* The face's own advance of the glyph [font]. */
int	face_advance(const struct face *, unsigned glyph);
/* Appends a font file that holds the glyphs only, without its tables for
 * layout, and gives their numbers in it: new_ids[i] of ids[i]. */
void	face_subset(const struct face *, const uint16_t *ids, size_t num,
	    struct sink *program, uint16_t *new_ids);

#endif
