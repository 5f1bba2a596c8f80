/* SPDX-License-Identifier: ISC
 *
 * picture: the pictures of a document: whether each is there, whole and not
 * too large; its width and height.
 */
#ifndef MODEL_PICTURE_H
#define MODEL_PICTURE_H

#include "image/image.h"
#include "model/doc.h"

/* The maximum size of a picture's file [byte]. */
enum { PICTURE_LIMIT = IMAGE_FILE_LIMIT };

/* The message for a fault; DIAG_COUNT where there is none. */
enum diag	picture_diag(enum image_fault);
/* What a picture's file tells beside the picture (enum image_metadata, or-ed),
 * in words: “location, comment”. In arena. */
str		picture_metadata(struct arena *, unsigned found);
/* Why a page cannot show a picture of these bytes; DIAG_COUNT where it can. */
enum diag	picture_check(str bytes);
/* The width that the author wants for a picture, where a line of text is as wide
 * as room; inch is that of the unit of both. 0: none is given. */
double		picture_wanted(const struct item *, double room, double inch);
/* Finds every picture of the document and gives it its size; sets the files
 * that it needs in doc->pictures_used. Reports what is not where it should
 * be. */
void	picture_resolve(struct doc *);

#endif
