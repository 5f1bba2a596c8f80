/* SPDX-License-Identifier: ISC
 *
 * picture: whether a picture is there, whole and of a size that can be set;
 * its width and height. Knows the structure of PNG (ISO/IEC 15948) and JPEG
 * (ISO/IEC 10918-1), not their pixels.
 */
#ifndef MODEL_PICTURE_H
#define MODEL_PICTURE_H

#include "model/doc.h"

enum picture_fault {
	PICTURE_SOUND,
	PICTURE_NO_PICTURE,		/* neither PNG nor JPEG */
	PICTURE_CUT_OFF,		/* broken or not whole */
	PICTURE_HUGE			/* over 40 megapixels */
};

/* The most bytes that a picture's file may have. */
enum { PICTURE_LIMIT = 64 << 20 };

/* Reads the structure of a picture. Sizes in pixels; those of one that is
 * not whole are told where its beginning holds them. */
enum picture_fault	picture_read(str bytes, unsigned *width,
			    unsigned *height);
/* What is wrong with a picture's file; DIAG_COUNT where it is sound. */
enum diag		picture_check(str bytes);
/* Finds every picture of the document and gives it its size; marks in
 * doc->pictures_used which files it needs. What is not where it should be is
 * told. */
void	picture_resolve(struct doc *);
/* The file name of a picture's src when it lies in the document's own
 * picture folder; empty otherwise. */
str	picture_name(const struct doc *, str src);

#endif
