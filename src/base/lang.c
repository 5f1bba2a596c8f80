/* SPDX-License-Identifier: ISC */
#include "base/lang.h"

#include <stdlib.h>

static const struct {
	str	name;
	str	text[LANG_COUNT];
} words[] = {
#define X(id, slot, tr, en) { { slot, sizeof(slot) - 1 }, \
    { { tr, sizeof(tr) - 1 }, { en, sizeof(en) - 1 } } },
#include "base/words.def"
#undef X
};

str
lang_word(enum lang lang, enum word word)
{
	return words[word].text[lang];
}

str
lang_word_name(enum word word)
{
	return words[word].name;
}

str
lang_tag(enum lang lang)
{
	return lang == LANG_TR ? S("tr") : S("en");
}

bool
lang_read(str tag, enum lang *lang)
{
	if (str_eq(tag, S("tr")))
		return *lang = LANG_TR, true;
	if (str_eq(tag, S("en")))
		return *lang = LANG_EN, true;
	return false;
}

bool
lang_of_environment(enum lang *lang)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *value = NULL;
	size_t i;
	str s;

	for (i = 0; i < 3 && (value == NULL || *value == '\0'); i++)
		value = getenv(names[i]);
	s = str_of(value);
	if (s.len == 0 || str_eq(s, S("C")) || str_eq(s, S("POSIX")) ||
	    str_starts(s, S("C.")))
		return false;
	*lang = str_starts(s, S("tr")) ? LANG_TR : LANG_EN;
	return true;
}
