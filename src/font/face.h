/* SPDX-License-Identifier: ISC
 *
 * face: a font face: its characters, its measures, and subsets of its glyphs
 * for a PDF file. A face is opened once and never changes: all threads share
 * it. Only this file and shaper use HarfBuzz.
 */
#ifndef FONT_FACE_H
#define FONT_FACE_H

#include "base/sink.h"

/* Of HarfBuzz. */
struct hb_font_t;
struct face;

enum face_fault {
	FACE_FINE,
	FACE_READ,		/* errno has the reason */
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
};

/* Opens the face of a font file, which stays mapped until face_close(). NULL:
 * *fault has the reason. The caller closes it after the last document. */
struct face	*face_open(const char *path, enum face_fault *fault);
void		 face_close(struct face *);
struct face_metrics face_metrics(const struct face *);
/* Whether the face can show the character; also true for characters that are
 * not visible (face_is_unseen). False for private use (ISO 19005-3,
 * 6.2.11.7.3), and for U+0000, U+FEFF and code points that are no characters
 * (ISO 14289-1, 7.21.7). From any thread. */
bool	 face_has(const struct face *, uint32_t c);

/* Whether shaping makes the character invisible: U+00AD, U+200B…U+200D,
 * U+2060, U+FE0F. */
bool		 face_is_unseen(uint32_t c);
/* The face's glyph of the character, or 0. */
uint16_t	 face_glyph(const struct face *, uint32_t c);
/* For shaper: the font in HarfBuzz, in [font]. */
struct hb_font_t *face_font(const struct face *);

/* --- For pdf_font --- */

/* The values of a FontDescriptor (ISO 32000-1, 9.8.1). */
struct face_facts {
	const char	*name;			/* PostScript name */
	unsigned	 upem;			/* [font] in an em */
	unsigned	 glyphs;
	int		 box[4];		/* [em/1000] */
	int		 ascent;		/* [em/1000] */
	int		 descent;
	int		 cap_height;
	int		 slant;			/* [degree]; italic: below 0 */
	int		 stem;			/* [em/1000] */
	bool		 fixed;
};
const struct face_facts *face_facts(const struct face *);
/* The face's own advance of the glyph [font]. */
int	face_advance(const struct face *, unsigned glyph);
/* Appends to program a TrueType font file with glyph 0 and these num glyphs
 * only, and with the tables that a PDF viewer reads (ISO 32000-1, 9.9). Sets
 * new_ids[i], the number that the glyph ids[i] has in that file. From any
 * thread. */
void	face_subset(const struct face *, const uint16_t *ids, size_t num,
	    struct sink *program, uint16_t *new_ids);

/* Appends a TrueType font file with these letters, as far as the face has them,
 * and with the table that finds them (ISO 32000-1, 9.6.6.4). From any thread. */
void	face_subset_letters(const struct face *, const uint32_t *letters,
	    size_t num, struct sink *program);

/* Returns the version of HarfBuzz: records depend on it. Static. */
const char	*face_library(void);

#endif
