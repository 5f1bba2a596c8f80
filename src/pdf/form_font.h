/* SPDX-License-Identifier: ISC
 *
 * pdf_form_font: the font of fields, a simple TrueType font (ISO 32000-1,
 * 9.6.3) with the letters of the code page 1254. Part of pdf_form.
 */
#ifndef PDF_FORM_FONT_H
#define PDF_FORM_FONT_H

#include "pdf/pdf.h"

struct face;

/* The letter of a code, 0 where it has none; the code of a letter that the
 * font has a code for, 0 for another. */
uint32_t	pdf_form_font_letter(unsigned code);
unsigned	pdf_form_font_code(uint32_t letter);
/* Writes the font as the object. */
void	pdf_form_font_write(struct pdf_file *, const struct face *,
	    unsigned object);

#endif
