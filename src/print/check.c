/* SPDX-License-Identifier: ISC */
#include "print/check.h"

#include "font/hyphen.h"
#include "pdf/image.h"

static enum diag
fault_of(enum image_fault fault)
{
	switch (fault) {
	case IMAGE_FINE:
		return DIAG_COUNT;
	case IMAGE_CMYK:
		return DIAG_PICTURE_CMYK;
	case IMAGE_TURNED:
		return DIAG_PICTURE_TURNED;
	case IMAGE_KIND:
		return DIAG_PICTURE_KIND;
	case IMAGE_TYPE:
		return DIAG_PICTURE_TYPE;
	case IMAGE_SIZE:
		return DIAG_PICTURE_SIZE;
	default:
		return DIAG_PICTURE_BROKEN;
	}
}

enum diag
print_check_image(struct pdf_image_cache *image_cache, size_t worker, str bytes)
{
	return fault_of(pdf_image_check(image_cache, worker, bytes));
}

void
print_check(const struct styles *styles, const struct doc *doc)
{
	static const struct pos nowhere = { 0, 0 };

	if (doc->lang == LANG_EN && !hyphen_has(styles->hyphen, LANG_EN))
		diag(doc->diags, DIAG_SHEET_HYPHEN, nowhere, doc->path,
		    S("hyph_en_US.dic"));
}
