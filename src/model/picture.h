/* SPDX-License-Identifier: ISC
 *
 * picture: the pictures of a document: whether each is there, whole and not
 * too large; its width and height.
 */
#ifndef MODEL_PICTURE_H
#define MODEL_PICTURE_H

#include "model/doc.h"

/* The most bytes that a picture's file may have. */
enum { PICTURE_LIMIT = 64 << 20 };

/* What is wrong with a picture's file; DIAG_COUNT where it is sound. */
enum diag	picture_check(str bytes);
/* Finds every picture of the document and gives it its size; marks in
 * doc->pictures_used which files it needs. What is not where it should be is
 * told. */
void	picture_resolve(struct doc *);
/* The file name of a picture's src when it lies in the document's own
 * picture folder; empty otherwise. */
str	picture_name(const struct doc *, str src);

#endif
