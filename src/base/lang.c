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

static const char *const tags[LANG_COUNT] = { "tr", "en" };

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
lang_name(enum lang in, enum lang of)
{
	static const enum word names[LANG_COUNT] = { WORD_LANGUAGE_TR,
	    WORD_LANGUAGE_EN };

	return lang_word(in, names[of]);
}

str
lang_tag(enum lang lang)
{
	return str_of(tags[lang]);
}

bool
lang_read(str tag, enum lang *lang)
{
	for (*lang = 0; *lang < LANG_COUNT; ++*lang)
		if (str_eq(tag, lang_tag(*lang)))
			return true;
	return false;
}

enum lang
lang_neutral(void)
{
	return LANG_EN;
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
	for (*lang = 0; *lang != LANG_EN; ++*lang)
		if (str_starts(s, lang_tag(*lang)))
			break;
	return true;
}
