/* SPDX-License-Identifier: ISC
 *
 * pdf_check: the gate's rules of the PDF press: whatever could make it
 * refuse a document is told here, with its place, before anything is made.
 */
#ifndef PRINT_CHECK_H
#define PRINT_CHECK_H

#include "model/doc.h"
#include "style/style_sheet.h"

struct pdf_gallery;

/* Tells doc->diags: characters that no face has, a language without its
 * hyphens. */
void		pdf_check(const struct pdf_sheet *, const struct doc *);
/* Why a picture of these bytes cannot be embedded; DIAG_COUNT where it can.
 * From any worker; what must be decoded is kept in the gallery. */
enum diag	pdf_check_picture(struct pdf_gallery *, size_t worker,
		    str bytes);

#endif
