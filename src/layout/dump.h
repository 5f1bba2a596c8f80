/* SPDX-License-Identifier: ISC
 *
 * pdf_dump: a layout as text, for tests: a line for each frame with its
 * place on the sheet, lengths in whole tenths of a point.
 */
#ifndef LAYOUT_DUMP_H
#define LAYOUT_DUMP_H

#include "layout/paginate.h"

void	pdf_dump_frames(const struct pdf_job *, const struct pdf_layout *,
	    struct sink *);

#endif
