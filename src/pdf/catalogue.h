/* SPDX-License-Identifier: ISC
 *
 * pdf_catalogue: the catalogue of a file (ISO 32000-1, 7.7.2), which holds
 * everything else together, with the colour space and the attached source.
 */
#ifndef PDF_CATALOGUE_H
#define PDF_CATALOGUE_H

#include "pdf/meta.h"

/* Writes all that is missing: out holds the whole file afterwards. */
void	pdf_catalogue_finish(struct pdf *, const struct pdf_meta *);

#endif
