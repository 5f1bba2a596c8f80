/* SPDX-License-Identifier: ISC
 *
 * pdf_paint: a layout as sheets of the record: what is real content is
 * marked as its leaf's, all else as an artifact.
 */
#ifndef PRINT_PAINT_H
#define PRINT_PAINT_H

#include "layout/paginate.h"

void	pdf_paint(struct pdf_job *, const struct pdf_layout *);
/* Words of matbu's own on the base line y, in the mark that is set: from x
 * to the right, or to the left where align is PDF_END. Returns their
 * width. */
double	pdf_paint_words(struct pdf_job *, const struct pdf_style *, str,
	    double x, double y, enum pdf_align);

#endif
