/* SPDX-License-Identifier: ISC */
#include "print/check.h"

#include "font/hyphen.h"

void
print_check(const struct styles *styles, const struct doc *doc)
{
	if (!hyphen_has(styles->hyphen, doc->lang))
		diag(doc->diags, DIAG_SHEET_HYPHEN, POS_NONE, doc->path,
		    S("hyph_en_US.dic"));
}
