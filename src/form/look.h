/* SPDX-License-Identifier: ISC
 *
 * look: how a value looks in a field of our records (pdf/form.h): one line, a
 * letter in each place of a comb, or several lines. The text is made smaller
 * where it would not fit.
 */
#ifndef FORM_LOOK_H
#define FORM_LOOK_H

#include "base/sink.h"
#include "form/entries.h"

/* The font of all fields of a record. */
struct look_font {
	str		 object;	/* “4 0 R” */
	double		 widths[256];	/* [1/1000 of the size] */
	double		 ascent, descent; /* the same; descent < 0 */
};

/* A field's place: [pt]. */
struct look_box {
	double		 width, height;
	double		 size;		/* of the text */
};

/* Reads the font that the form names; false where the record has none, or one
 * that is not ours. */
bool	look_font_read(struct look_font *, const struct foreign_pdf *);
/* Reads the place of a field; false where it has none, or is not ours. */
bool	look_box_read(struct look_box *, struct arena *,
	    const struct entry *);
/* Whether the font has the letters; else *letter is the first one that it has
 * not. A line end is none. */
bool	look_has_letters(str value, str *letter);
/* Writes the content of the appearance into k, which may be NULL. False where
 * the value does not fit. */
bool	look_write(struct sink *k, const struct look_font *,
	    const struct look_box *, const struct entry *, str value);

#endif
