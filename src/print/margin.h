/* SPDX-License-Identifier: ISC
 *
 * pdf_margin: what stands around the text of every sheet: letterhead (on
 * the first), header (on the others) and footer. All of it artifacts.
 */
#ifndef PRINT_MARGIN_H
#define PRINT_MARGIN_H

#include "layout/frame.h"

/* How far the letterhead reaches down the first sheet [pt]. */
double	pdf_margin_letterhead(const struct pdf_job *);
/* Paints what stands around the text of the sheet (from 1). */
void	pdf_margin_paint(struct pdf_job *, unsigned sheet, unsigned sheets);

#endif
