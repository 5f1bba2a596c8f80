/* SPDX-License-Identifier: ISC */
#include "print/check.h"

#include "pdf/image.h"
#include "print/glyphs.h"

/* --- Pictures --- */

static enum diag
fault_of(enum pdf_image_fault fault)
{
	switch (fault) {
	case PDF_IMAGE_FINE:
		return DIAG_COUNT;
	case PDF_IMAGE_CMYK:
		return DIAG_PICTURE_CMYK;
	case PDF_IMAGE_TURNED:
		return DIAG_PICTURE_TURNED;
	case PDF_IMAGE_KIND:
		return DIAG_PICTURE_KIND;
	case PDF_IMAGE_TYPE:
		return DIAG_PICTURE_TYPE;
	case PDF_IMAGE_SIZE:
		return DIAG_PICTURE_SIZE;
	default:
		return DIAG_PICTURE_BROKEN;
	}
}

enum diag
pdf_check_picture(struct pdf_gallery *gallery, size_t worker, str bytes)
{
	return fault_of(pdf_image_check(gallery, worker, bytes));
}

/* --- Texts --- */

void
pdf_check(const struct pdf_sheet *sheet, const struct doc *doc)
{
	static const struct pos nowhere = { 0, 0 };

	pdf_shown_document(sheet, doc);
	if (doc->lang == LANG_EN && !pdf_hyphen_has(sheet->hyphen, LANG_EN))
		diag(doc->diags, DIAG_SHEET_HYPHEN, nowhere, doc->path,
		    S("hyph_en_US.dic"));
}
