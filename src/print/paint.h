/* SPDX-License-Identifier: ISC
 *
 * print_paint: a layout as sheets of the record: what is real content is
 * marked as its leaf's, all else as an artifact.
 */
#ifndef PRINT_PAINT_H
#define PRINT_PAINT_H

#include "layout/paginate.h"

void	print_paint(struct layout_job *, const struct sheet_list *);
/* Words of matbu's own on the base line y, in the mark that is set: from x
 * to the right, or to the left where align is STYLE_ALIGN_END. Returns their
 * width. */
double	print_words(struct layout_job *, const struct style *, str,
	    double x, double y, enum style_align);

#endif
