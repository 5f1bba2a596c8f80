/* SPDX-License-Identifier: ISC
 *
 * print_field: paints a field: a line or frame on the paper, and the widget
 * over it.
 */
#ifndef PRINT_FIELD_H
#define PRINT_FIELD_H

#include "layout/job.h"

/* x, y: the upper left corner of the run, which is a field. */
void	print_field(struct layout_job *, const struct glyph_run *, double x,
	    double y);

#endif
