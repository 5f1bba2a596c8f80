/* SPDX-License-Identifier: ISC
 *
 * Holds pdf_hyphen against tests/cases/hyphen.txt, named as argument.
 */
#include "../../src/pdf/pdf_hyphen.h"

#include <stdio.h>

#include "../../src/base/arena.h"
#include "../../src/base/file.h"
#include "../../src/base/sink.h"

static const char patterns[] = "/usr/share/hyphen/hyph_en_US.dic";

/* The word without its marks. */
static str
plain(struct arena *a, str marked)
{
	struct sink k = { 0 };
	str s;
	size_t i;

	for (i = 0; i < marked.len; i++)
		if (marked.p[i] == '=')
			sink_char(&k, '-');
		else if (marked.p[i] != '-' && marked.p[i] != '|')
			sink_char(&k, marked.p[i]);
	s = str_copy(a, sink_str(&k));
	sink_free(&k);
	return s;
}

/* The word with the marks that the module finds; “=” stays what it is where
 * an address has it, so that both are compared as hyphens. */
static str
marked(struct arena *a, struct pdf_hyphen *h, enum lang lang, str word)
{
	struct pdf_breaks b = pdf_hyphen_find(a, h, lang,
	    PDF_HYPHEN_SYLLABLES, word);
	struct sink k = { 0 };
	size_t i, n = 0;
	str s;

	for (i = 0; i < word.len; i++) {
		if (n < b.num && b.items[n].at == i)
			sink_char(&k, b.items[n++].hyphen ? '-' : '|');
		sink_char(&k, word.p[i] == '-' ? '=' : word.p[i]);
	}
	s = str_copy(a, sink_str(&k));
	sink_free(&k);
	return s;
}

static int
check(struct arena *a, struct pdf_hyphen *h, str line)
{
	enum lang lang;
	str tag, found;

	if (line.len == 0 || line.p[0] == '#')
		return 0;
	if (!str_cut(&line, ' ', &tag) || !lang_read(tag, &lang))
		return 1;
	found = marked(a, h, lang, plain(a, line));
	if (str_eq(found, line))
		return 0;
	printf("hyphen.txt: expected %.*s, found %.*s\n", STR_FMT(line),
	    STR_FMT(found));
	return 1;
}

int
main(int argc, char **argv)
{
	const char *path = argc > 1 ? argv[1] : "tests/cases/hyphen.txt";
	struct arena *a = arena_new();
	struct pdf_hyphen *h = pdf_hyphen_new(patterns);
	str rest, line;
	int faults = 0;

	if (!file_read(a, path, 1 << 20, &rest))
		return 2;
	while (str_line(&rest, &line))
		faults += check(a, h, line);
	pdf_hyphen_free(h);
	arena_free(a);
	return faults != 0;
}
