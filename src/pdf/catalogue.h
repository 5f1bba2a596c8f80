/* SPDX-License-Identifier: ISC
 *
 * pdf_catalogue: the catalogue of a file (ISO 32000-1, 7.7.2), which refers
 * to everything else; also the attached source and the colour profile.
 */
#ifndef PDF_CATALOGUE_H
#define PDF_CATALOGUE_H

#include "pdf/meta.h"

/* Writes all that is not yet written; then out has the whole file. */
void	pdf_catalogue_finish(struct pdf *, const struct pdf_meta *);

#endif
