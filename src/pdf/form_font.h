/* SPDX-License-Identifier: ISC
 *
 * pdf_form_font: the font of fields, a simple TrueType font (ISO 32000-1,
 * 9.6.3) with the letters of the code page 1254. Part of pdf_form.
 */
#ifndef PDF_FORM_FONT_H
#define PDF_FORM_FONT_H

#include "pdf/pdf.h"

struct face;

/* Writes the font as the object. */
void	pdf_form_font_write(struct pdf_file *, const struct face *,
	    unsigned object);

#endif
