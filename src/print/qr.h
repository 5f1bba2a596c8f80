/* SPDX-License-Identifier: ISC
 *
 * print_qr: paints an address as a QR code, of rectangles (ISO/IEC 18004).
 * The only file that uses libqrencode.
 */
#ifndef PRINT_QR_H
#define PRINT_QR_H

#include "pdf/page.h"

/* Paints the code with its upper left corner at x, y; size [pt] is its side
 * with the quiet zone of four modules. The caller has set the mark. False:
 * the text is too long for a code, and nothing is painted. */
bool	print_qr_paint(struct pdf *, str text, double x, double y,
	    double size, unsigned colour);

/* Returns the version of libqrencode: records depend on it. Static. */
const char	*print_qr_library(void);

#endif
