/* SPDX-License-Identifier: ISC */
#include "import/dialect.h"

static const char *const texts[] = {
#define X(id, text) text,
#include "import/dialect.def"
#undef X
};

str
dialect_text(enum dialect d)
{
	return str_of(texts[d]);
}
