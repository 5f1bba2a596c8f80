/* SPDX-License-Identifier: ISC
 *
 * print_paint: a layout as sheets of the record: what is real content is
 * marked as its leaf's, all else as an artifact.
 */
#ifndef PRINT_PAINT_H
#define PRINT_PAINT_H

#include "layout/paginate.h"

void	print_paint(struct layout_job *, const struct sheet_list *);

#endif
