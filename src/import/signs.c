/* SPDX-License-Identifier: ISC */
#include "import/signs.h"

enum { CODE = 4, HALF = 2 };	/* digits */

static const struct {
	const char	*font;
	const char	*code;
	const char	*text;
} signs[] = {
#define X(font, code, text) { font, code, text },
#include "import/signs.def"
#undef X
};

/* “00A3” is “F0A3”: codes of such fonts are put into a private area. */
static bool
is_code(str code, str wanted)
{
	return str_eq(code, wanted) || (code.len == CODE &&
	    str_starts(code, S("00")) && str_starts(wanted, S("F0")) &&
	    str_eq(str_from(code, HALF), str_from(wanted, HALF)));
}

str
signs_text(str font, str code)
{
	size_t i;

	for (i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (is_code(code, str_of(signs[i].code)) &&
		    (*signs[i].font == '\0' || str_eq(font, str_of(
		    signs[i].font))))
			return str_of(signs[i].text);
	return S("");
}
