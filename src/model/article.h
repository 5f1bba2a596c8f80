/* SPDX-License-Identifier: ISC
 *
 * article: the head of an article of a by-law, “MADDE 4 –”, at the beginning of
 * a paragraph or heading. Paths of list items begin with it (item_path).
 */
#ifndef MODEL_ARTICLE_H
#define MODEL_ARTICLE_H

#include "base/str.h"

struct article {
	str	id;			/* “madde-4”, “gecici-madde-1” */
	str	number;			/* “4”, “12/A”, “Geçici 1” */
	str	head;			/* “MADDE 4”, as typed */
	size_t	len;			/* up to what follows the dash [byte] */
};

/* Reads it from a line of the source or from words, whose marks of emphasis it
 * passes over. The texts of a are in arena, or borrowed from s. */
bool	article_read(struct arena *, str s, struct article *a);

#endif
