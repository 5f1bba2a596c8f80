/* SPDX-License-Identifier: ISC
 *
 * pdf_check: the gate's rules of the PDF press: whatever could make it
 * refuse a document is told here, with its place, before anything is made.
 */
#ifndef PDF_CHECK_H
#define PDF_CHECK_H

#include "../model/doc.h"
#include "pdf_sheet.h"

/* One a worker; pictures that must be decoded are kept in the gallery. */
struct pdf_checker;
struct pdf_gallery;
struct pdf_packer;

struct pdf_checker	*pdf_check_new(const struct pdf_sheet *,
			    struct pdf_gallery *, struct pdf_packer *);
void			 pdf_check_free(struct pdf_checker *);
/* Tells doc->diags: characters that no face has, pictures that cannot be
 * embedded. folder: the source's on disk, with “/” at its end. */
void			 pdf_check(struct pdf_checker *, const struct doc *,
			    str folder);
/* The same for a text of the collection that sheets show: a title, a
 * contact. */
void			 pdf_check_text(struct pdf_checker *, struct diags *,
			    str path, struct pos, str text);

#endif
