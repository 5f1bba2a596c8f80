/* SPDX-License-Identifier: ISC
 *
 * pdf_xmp: the XMP metadata of a file (ISO 32000-1, 14.3.2), with its
 * identification as PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1).
 */
#ifndef PDF_XMP_H
#define PDF_XMP_H

#include "pdf/meta.h"

/* Called by pdf_catalogue. Writes the metadata; returns its object. */
unsigned pdf_xmp_write(struct pdf *, const struct pdf_meta *);

#endif
