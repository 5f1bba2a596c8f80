/* SPDX-License-Identifier: ISC */
#include "print/qr.h"

#include <errno.h>
#include <qrencode.h>

#include "base/diags.h"
#include "base/die.h"

enum { QUIET = 4 };			/* [module] on each side, 9.1 */

bool
print_qr_paint(struct pdf *pdf, str text, double x, double y, double size,
    unsigned colour)
{
	QRcode *code = QRcode_encodeString8bit(str_c(pdf->arena, text), 0,
	    QR_ECLEVEL_M);
	double module;

	if (code == NULL) {
		if (errno == ENOMEM)
			die_system(DIAG_MEMORY, NULL, NULL);
		return false;
	}
	module = size / (code->width + 2 * QUIET);
	pdf_page_grid(pdf, x + QUIET * module, y + QUIET * module, module,
	    code->data, code->width, colour);
	QRcode_free(code);
	return true;
}

const char *
print_qr_library(void)
{
	return QRcode_APIVersionString();
}
