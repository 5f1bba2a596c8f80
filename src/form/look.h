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

/* Reads the font that the form names; false where it has none, or one that is
 * not ours. */
bool	look_font_read(struct look_font *, const struct foreign_pdf *);
/* Reads the place of a field; false where it has none, or is not ours. */
bool	look_box_read(struct look_box *, struct arena *,
	    const struct entry *);
/* Returns whether the font has every letter of the value; otherwise *letter is
 * the first missing one. Line ends are not letters. */
bool	look_has_letters(str value, str *letter);
/* Writes the content of the appearance into k, which may be NULL. False where
 * the value does not fit. */
bool	look_write(struct sink *k, const struct look_font *,
	    const struct look_box *, const struct entry *, str value);

#endif
