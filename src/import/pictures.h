/* SPDX-License-Identifier: ISC
 *
 * pictures: the pictures of a Word file. PNG and JPEG files are taken over,
 * without what they tell beside the picture; all others are losses.
 */
#ifndef IMPORT_PICTURES_H
#define IMPORT_PICTURES_H

#include "import/reading.h"

/* Adds the picture to the runs: the relationship's id, what it shows, its width
 * [mm] or 0. Where it cannot be taken over, a text stands for it. */
void	pictures_add(struct reading *, struct runs *, str id, str alt,
	    unsigned width);
/* Appends the bytes of a picture's file as they are to be written. */
void	pictures_bytes(struct parts *, const struct picture *, struct sink *);

#endif
