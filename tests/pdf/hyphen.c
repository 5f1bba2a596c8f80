/* SPDX-License-Identifier: ISC
 *
 * Holds hyphen against tests/pdf/hyphen.txt.
 */
#include "../unit/test.h"


#include "base/arena.h"
#include "base/file.h"
#include "base/sink.h"
#include "font/hyphen.h"

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
marked(struct arena *a, struct hyphenator *h, enum lang lang, str word)
{
	struct hyphen_breaks b = hyphen_find(a, h, lang,
	    HYPHEN_SYLLABLES, word);
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

static void
test_line(struct arena *a, struct hyphenator *h, str line)
{
	enum lang lang;
	str tag;

	if (line.len == 0 || line.p[0] == '#')
		return;
	if (!check(str_cut(&line, ' ', &tag) && lang_read(tag, &lang),
	    "language"))
		return;
	check_str(marked(a, h, lang, plain(a, line)), line, "%.*s",
	    STR_FMT(line));
}

int
main(void)
{
	struct arena *a = arena_new();
	struct hyphenator *h = hyphen_new(patterns);
	str rest, line;

	if (!file_read(a, "tests/pdf/hyphen.txt", 1 << 20, &rest))
		return 2;
	while (str_line(&rest, &line))
		test_line(a, h, line);
	hyphen_free(h);
	arena_free(a);
	return 0;
}
