/* SPDX-License-Identifier: ISC
 *
 * print_check: the gate's rules of the PDF press: whatever could make it
 * refuse a document is told here, with its place, before anything is made.
 */
#ifndef PRINT_CHECK_H
#define PRINT_CHECK_H

#include "model/doc.h"
#include "style/style.h"

struct pdf_image_cache;

/* Tells doc->diags: characters that no face has, a language without its
 * hyphens. */
void		print_check(const struct styles *, const struct doc *);
/* Why a picture of these bytes cannot be embedded; DIAG_COUNT where it can.
 * From any worker; what must be decoded is kept in the gallery. */
enum diag	print_check_image(struct pdf_image_cache *, size_t worker,
		    str bytes);

#endif
