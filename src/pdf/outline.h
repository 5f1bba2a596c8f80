/* SPDX-License-Identifier: ISC
 *
 * pdf_outline: the outline of a file (ISO 32000-1, 12.3.3).
 */
#ifndef PDF_OUTLINE_H
#define PDF_OUTLINE_H

#include "pdf/pdf.h"

/* An entry (level from 1) for the destination y on the open page. */
void	 pdf_outline_add(struct pdf *, int level, str title, double y);

/* --- Called by pdf_catalogue: writes the outline; returns its object, or 0
 * where it has no entries. --- */
unsigned pdf_outline_write(struct pdf *);

#endif
