/* SPDX-License-Identifier: ISC */
#include "build/placeholder.h"

#include "base/path.h"
#include "base/phrase.h"

static const enum phrase titles[PLACEHOLDER_DEPTHS] = { PHRASE_NEW_SITE,
    PHRASE_NEW_CLASS, PHRASE_NEW_UNIT, PHRASE_NEW_SUBJECT };

str
placeholder_title(struct arena *a, enum lang lang, size_t depth, str folder)
{
	return str_join(a, phrase_in(lang, titles[depth]), path_last(folder));
}

bool
placeholder_is_title(struct arena *a, str title, size_t depth, str folder)
{
	size_t lang;

	for (lang = 0; lang < LANG_COUNT; lang++)
		if (str_eq(title, placeholder_title(a, (enum lang)lang, depth,
		    folder)))
			return true;
	return false;
}

bool
placeholder_is_line(str line)
{
	size_t lang;
	str rest, own;

	for (lang = 0; lang < LANG_COUNT; lang++) {
		rest = phrase_in((enum lang)lang, PHRASE_NEW_DOCUMENT);
		while (str_line(&rest, &own))
			if (own.len != 0 && own.p[0] != '#' &&
			    str_eq(line, own))
				return true;
	}
	return false;
}
