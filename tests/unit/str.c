/* SPDX-License-Identifier: ISC */
#include "test.h"

#include <stdlib.h>

/* Copies without a byte behind it, so that reading on is seen. */
static char *
exact(const char *s, size_t len)
{
	char *p = malloc(len != 0 ? len : 1);

	memcpy(p, s, len);
	return p;
}

static void
test_utf8_fault(void)
{
	/* RFC 3629, 4: the well-formed byte sequences. fault: -1, none. */
	static const struct {
		const char	*name;
		const char	*bytes;
		size_t		 len;
		long		 fault;
	} rows[] = {
		{ "empty", "", 0, -1 },
		{ "ascii", "abc", 3, -1 },
		{ "turkish", "çğıİöşü", 14, -1 },
		{ "three bytes", "“’–", 9, -1 },
		{ "U+0080", "\xC2\x80", 2, -1 },
		{ "U+07FF", "\xDF\xBF", 2, -1 },
		{ "U+0800", "\xE0\xA0\x80", 3, -1 },
		{ "U+D7FF", "\xED\x9F\xBF", 3, -1 },
		{ "U+E000", "\xEE\x80\x80", 3, -1 },
		{ "U+FFFF", "\xEF\xBF\xBF", 3, -1 },
		{ "U+10000", "\xF0\x90\x80\x80", 4, -1 },
		{ "U+10FFFF", "\xF4\x8F\xBF\xBF", 4, -1 },
		{ "a lone continuation", "ab\x80", 3, 2 },
		{ "overlong NUL", "\xC0\x80", 2, 0 },
		{ "overlong slash", "\xC1\xAF", 2, 0 },
		{ "overlong of three", "\xE0\x9F\xBF", 3, 0 },
		{ "overlong of four", "\xF0\x8F\xBF\xBF", 4, 0 },
		{ "a surrogate", "\xED\xA0\x80", 3, 0 },
		{ "the last surrogate", "\xED\xBF\xBF", 3, 0 },
		{ "above U+10FFFF", "\xF4\x90\x80\x80", 4, 0 },
		{ "F5", "\xF5\x80\x80\x80", 4, 0 },
		{ "FF", "a\xFF", 2, 1 },
		{ "two cut after one", "a\xC3", 2, 1 },
		{ "three cut after one", "\xE2", 1, 0 },
		{ "three cut after two", "ş\xE2\x80", 4, 2 },
		{ "four cut after three", "\xF0\x9F\x98", 3, 0 },
		{ "a letter inside three", "\xE2\x80g", 3, 0 },
		{ "Windows-1254", "a\xFD" "b", 3, 1 },
		{ "a fault behind many", "abcdefghijklmnop\x80", 17, 16 },
	};
	size_t i, at;
	char *p;

	for (i = 0; i < LENGTH(rows); i++) {
		p = exact(rows[i].bytes, rows[i].len);
		at = str_utf8_fault((str){ p, rows[i].len });
		check(at == (rows[i].fault < 0 ? rows[i].len :
		    (size_t)rows[i].fault), "str_utf8_fault %s", rows[i].name);
		free(p);
	}
}

/* Every code point goes there and back; no surrogate comes out. */
static void
test_runes(void)
{
	uint32_t c, wrong = 0;
	char bytes[4];
	size_t len, n;

	for (c = 1; c <= 0x10FFFF; c++) {
		if (c == 0xD800)
			c = 0xE000;
		len = str_put_rune(bytes, c);
		if (str_utf8_fault((str){ bytes, len }) != len ||
		    str_rune((str){ bytes, len }, &n) != c || n != len)
			wrong++;
	}
	check(wrong == 0, "str_put_rune and str_rune agree");
}

static void
test_rune_faults(void)
{
	static const char *const rows[] = { "\x80", "\xC0\x80", "\xC3",
	    "\xE2\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF" };
	size_t i, n, len;
	uint32_t c;
	char *p;

	for (i = 0; i < LENGTH(rows); i++) {
		len = strlen(rows[i]);
		p = exact(rows[i], len);
		c = str_rune((str){ p, len }, &n);
		check(c == 0xFFFD && n == 1, "str_rune at fault %zu", i);
		free(p);
	}
}

static void
test_parts(void)
{
	str s = S("bir/iki/üç"), part, rest;

	check_str(str_from(s, 4), S("iki/üç"), "str_from");
	check_str(str_from(s, 99), S(""), "str_from beyond");
	check_str(str_upto(s, 3), S("bir"), "str_upto");
	check_str(str_upto(s, 99), s, "str_upto beyond");
	check(str_find(s, '/') == 3, "str_find");
	check(str_find(s, 'x') == s.len, "str_find none");
	check(str_rfind(s, '/') == 7, "str_rfind");
	check(str_rfind(s, 'x') == s.len, "str_rfind none");
	check(str_span(S("##a#"), '#') == 2, "str_run");
	check(str_span(S("##"), '#') == 2, "str_run to the end");
	check(str_span(S(""), '#') == 0, "str_run in empty");
	check(str_search(s, S("iki")) == 4, "str_search");
	check(str_search(s, S("ikiz")) == s.len, "str_search none");
	check(str_search(S(""), S("a")) == 0, "str_search in empty");
	check(str_starts(s, S("bir/")), "str_starts");
	check(!str_starts(S("bi"), S("bir")), "str_starts longer");
	check(str_ends(s, S("üç")), "str_ends");
	check(!str_ends(S("ç"), S("üç")), "str_ends longer");
	check_str(str_trim(S(" \t a b\r\n")), S("a b"), "str_trim");
	check_str(str_trim(S(" \t\n")), S(""), "str_trim blank");
	check_str(str_rtrim(S(" a ")), S(" a"), "str_rtrim");
	check(str_cmp(S("a"), S("ab")) < 0, "str_cmp prefix");
	check(str_cmp(S("b"), S("ab")) > 0, "str_cmp");
	check(str_cmp(S("z"), S("ç")) < 0, "str_cmp by bytes");
	rest = s;
	check(str_cut(&rest, '/', &part) && str_eq(part, S("bir")) &&
	    str_cut(&rest, '/', &part) && str_eq(part, S("iki")) &&
	    str_cut(&rest, '/', &part) && str_eq(part, S("üç")) &&
	    !str_cut(&rest, '/', &part), "str_cut");
}

static void
test_lines(void)
{
	str rest = S("bir\n\nüç"), line;

	check(str_line(&rest, &line) && str_eq(line, S("bir")) &&
	    str_line(&rest, &line) && line.len == 0 &&
	    str_line(&rest, &line) && str_eq(line, S("üç")) &&
	    !str_line(&rest, &line), "str_line without an LF at the end");
	rest = S("bir\n");
	check(str_line(&rest, &line) && str_eq(line, S("bir")) &&
	    !str_line(&rest, &line), "str_line with an LF at the end");
}

static void
test_odd(void)
{
	/* Each kind of byte at each place of more than one machine word. */
	static const unsigned char odd[] = { 0, 1, '\t', '\n', 0x1F, 0x7F, 0xC2,
	    0xEF };
	static const unsigned char even[] = { ' ', '~', 0x80, 0xC3, 0xC4, 0xE2,
	    0xF0 };
	size_t i, j, len, wrong = 0;
	char *p;

	for (len = 1; len <= 24; len++)
		for (i = 0; i < len; i++)
			for (j = 0; j < LENGTH(odd) + LENGTH(even); j++) {
				p = malloc(len);
				memset(p, 'a', len);
				p[i] = (char)(j < LENGTH(odd) ? odd[j] :
				    even[j - LENGTH(odd)]);
				wrong += str_find_odd((str){ p, len }, 0) !=
				    (j < LENGTH(odd) ? i : len);
				free(p);
			}
	check(wrong == 0, "str_find_odd at every place");
}

int
main(void)
{
	test_utf8_fault();
	test_runes();
	test_rune_faults();
	test_parts();
	test_lines();
	test_odd();
	return 0;
}
