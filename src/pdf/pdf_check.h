/* SPDX-License-Identifier: ISC
 *
 * pdf_check: the gate's rules of the PDF press: whatever could make it
 * refuse a document is told here, with its place, before anything is made.
 */
#ifndef PDF_CHECK_H
#define PDF_CHECK_H

#include "../model/doc.h"
#include "pdf_sheet.h"

/* Shared by all workers of the pool; pictures that must be decoded are kept in
 * the gallery. */
struct pdf_checker;
struct pdf_gallery;
struct pool;

struct pdf_checker	*pdf_check_new(const struct pdf_sheet *,
			    struct pdf_gallery *, struct pool *);
void			 pdf_check_free(struct pdf_checker *);
/* Tells doc->diags: characters that no face has, pictures that cannot be
 * embedded. folder: the source's on disk, with “/” at its end. */
void			 pdf_check(struct pdf_checker *, size_t worker,
			    const struct doc *, str folder);
/* The same of a folder's index.md: its title (depth 0 is the institution's),
 * its contact, the logo, the labels of the header table. */
void			 pdf_check_folder(struct pdf_checker *, size_t worker,
			    const struct doc *, str folder, int depth,
			    str title);
/* Returns when every picture that they named has been looked at: tasks do
 * that, meanwhile. */
void			 pdf_check_wait(struct pdf_checker *, size_t worker);

#endif
