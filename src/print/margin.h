/* SPDX-License-Identifier: ISC
 *
 * print_margin: paints what stands around the text of every sheet: letterhead
 * (on the first), header (on the others) and footer, all of it as artifacts.
 */
#ifndef PRINT_MARGIN_H
#define PRINT_MARGIN_H

#include "layout/job.h"

/* Where the text below the letterhead begins on the first sheet [pt]. */
double	print_margin_letterhead(const struct layout_job *);
/* Paints what stands around the text of the sheet, which is counted from 1. */
void	print_margin_paint(struct layout_job *, unsigned sheet,
	    unsigned sheets);
/* The same without painting: only shapes the words, so that missing glyphs are
 * reported. */
void	print_margin_check(const struct layout_job *, unsigned sheet,
	    unsigned sheets);

#endif
