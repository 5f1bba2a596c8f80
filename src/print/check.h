/* SPDX-License-Identifier: ISC
 *
 * print_check: what could make the PDF renderer refuse a document and is known
 * before it is laid out. Missing glyphs are found by layout/shape.c.
 */
#ifndef PRINT_CHECK_H
#define PRINT_CHECK_H

#include "model/doc.h"
#include "style/style.h"

struct pdf_image_cache;

/* Reports to doc->diags a language without its hyphenation patterns. */
void		print_check(const struct styles *, const struct doc *);
/* Why a picture of these bytes cannot be embedded; DIAG_COUNT where it can.
 * Any worker may call it; the cache keeps what must be decoded. */
enum diag	print_check_image(struct pdf_image_cache *, size_t worker,
		    str bytes);

#endif
