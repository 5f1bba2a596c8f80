/* SPDX-License-Identifier: ISC
 *
 * print_paint: paints a layout onto the sheets of the record. Real content is
 * marked as the content of its tag, all else as an artifact.
 */
#ifndef PRINT_PAINT_H
#define PRINT_PAINT_H

#include "layout/paginate.h"

void	print_paint(struct layout_job *, const struct sheet_list *);

#endif
