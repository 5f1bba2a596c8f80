/* SPDX-License-Identifier: ISC */
#include "build/placeholder.h"

static const char *const titles[LANG_COUNT][PLACEHOLDER_DEPTHS] = {
	{ "Kurumun adı", "Sınıfın adı: ", "Birimin adı: ", "Konunun adı: " },
	{ "Name of the institution", "Name of the class: ",
	    "Name of the unit: ", "Name of the subject: " },
};

const char *const placeholder_texts[LANG_COUNT] = {
	"Bu doküman kimin içindir, ne işe yarar: bir iki cümle.\n\n"
	"## Adımlar\n\n1. İlk adım.\n2. İkinci adım.\n",
	"Whom this document is for, and what for: a sentence or two.\n\n"
	"## Steps\n\n1. The first step.\n2. The second step.\n",
};

static str
last_part(str path)
{
	size_t slash = str_rfind(path, '/');

	return slash != path.len ? str_from(path, slash + 1) : path;
}

str
placeholder_title(struct arena *a, enum lang lang, size_t depth, str folder)
{
	return str_join(a, str_of(titles[lang][depth]), last_part(folder));
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
		rest = str_of(placeholder_texts[lang]);
		while (str_line(&rest, &own))
			if (own.len != 0 && own.p[0] != '#' &&
			    str_eq(line, own))
				return true;
	}
	return false;
}
