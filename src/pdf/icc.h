/* SPDX-License-Identifier: ISC
 *
 * pdf_icc: the sRGB colour space as an ICC profile (ISO 15076-1, version
 * 4.2; IEC 61966-2-1), always the same bytes.
 */
#ifndef PDF_ICC_H
#define PDF_ICC_H

#include "base/sink.h"

/* Appends the profile; the sink must be empty. */
void	pdf_icc_put(struct sink *);

#endif
