/* SPDX-License-Identifier: ISC */
#include "import/dialect.h"

static enum lang language;

static const char *const texts[][LANG_COUNT] = {
#define X(id, turkish, english) { turkish, english },
#include "import/dialect.def"
#undef X
};

void
dialect_choose(enum lang lang)
{
	language = lang;
}

str
dialect_text(enum dialect d)
{
	return str_of(texts[d][language]);
}
