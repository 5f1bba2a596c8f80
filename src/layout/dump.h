/* SPDX-License-Identifier: ISC
 *
 * layout_dump: writes a layout as text, for tests: a line for each frame with
 * its position on the sheet, lengths in whole tenths of a point.
 */
#ifndef LAYOUT_DUMP_H
#define LAYOUT_DUMP_H

#include "layout/paginate.h"

void	layout_dump_frames(const struct layout_job *, const struct sheet_list *,
	    struct sink *);

#endif
