/* SPDX-License-Identifier: ISC
 *
 * picture_width: “{genişlik=60mm}” directly after a picture.
 */
#ifndef MODEL_PICTURE_WIDTH_H
#define MODEL_PICTURE_WIDTH_H

#include "model/doc.h"

/* Reads the width from the text after a picture, sets it in the item and
 * returns how long it is written; 0 where there is none. source: the same as
 * the author wrote it, at pos. Reports what was meant for a width and is
 * none. */
size_t	picture_width_read(struct doc *, str text, str source, struct pos,
	    struct item *picture);
/* Reports a width at the beginning of a text that does not stand directly
 * after its picture. */
void	picture_width_check(struct doc *, str text, str source, struct pos);

#endif
