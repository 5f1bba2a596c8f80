/* SPDX-License-Identifier: ISC
 *
 * pdf_face: a face: its file, what it holds and measures, and a part of it
 * for a record. A face is opened once a run and never changes: all threads
 * share it. Knows HarfBuzz, as pdf_font does and nobody else.
 */
#ifndef FONT_FACE_H
#define FONT_FACE_H

#include "base/sink.h"

/* Opaque here. */
struct hb_font_t;
struct pdf_face;

enum pdf_face_fault {
	PDF_FACE_FINE,
	PDF_FACE_READ,			/* errno tells why */
	PDF_FACE_BROKEN,		/* not a font, or one without glyphs */
	PDF_FACE_VARIABLE,		/* a variable font: no static face */
	PDF_FACE_OUTLINES,		/* no TrueType outlines (CFF, bitmaps) */
	PDF_FACE_LICENCE		/* OS/2 fsType forbids embedding */
};

/* All lengths in [em]; upwards is positive. */
struct pdf_metrics {
	double	ascent;
	double	descent;		/* negative */
	double	cap_height;
	double	x_height;
	double	underline;		/* middle of the line; negative */
	double	underline_size;		/* its thickness */
	double	strike;			/* middle of the line through */
};

/* NULL: *fault says why. Free it after the last document. */
struct pdf_face	*pdf_face_open(const char *path, enum pdf_face_fault *fault);
void		 pdf_face_close(struct pdf_face *);
struct pdf_metrics pdf_face_metrics(const struct pdf_face *);
/* Whether the face can show the character; true too for what is unseen.
 * False for private use and U+FEFF,
 * which no archive may hold. From any thread. */
bool		 pdf_face_has(const struct pdf_face *, uint32_t c);

/* U+00AD, U+200B…U+200D, U+2060, U+FE0F. */
bool		 pdf_face_is_unseen(uint32_t c);
/* The face's glyph of the character, or 0. */
uint16_t	 pdf_face_glyph(const struct pdf_face *, uint32_t c);
/* For pdf_font: what shapes, in [font]. */
struct hb_font_t *pdf_face_font(const struct pdf_face *);

/* --- For pdf_subset --- */

/* What a FontDescriptor says (ISO 32000-1, 9.8.1). */
struct pdf_face_facts {
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
const struct pdf_face_facts *pdf_face_facts(const struct pdf_face *);
/* The face's own advance of the glyph [font]. */
int	pdf_face_advance(const struct pdf_face *, unsigned glyph);
/* Appends a font file that holds the glyphs only, without its tables for
 * layout, and gives their numbers in it: new_ids[i] of ids[i]. */
void	pdf_face_cut(const struct pdf_face *, const uint16_t *ids, size_t num,
	    struct sink *program, uint16_t *new_ids);

#endif
