/* SPDX-License-Identifier: ISC
 *
 * pdf_traces: who wrote a PDF that a document hands out, and the comments in
 * it. The program qpdf reads the file, within the limits of
 * register/foreign_pdf.h.
 */
#ifndef BUILD_PDF_TRACES_H
#define BUILD_PDF_TRACES_H

#include "office/traces.h"

/* Reads any bytes. Where qpdf is missing the fault is TRACES_PROGRAM. */
void	pdf_traces_read(struct traces *, str bytes);

#endif
