/* SPDX-License-Identifier: ISC */
#include "test.h"

#include <stdlib.h>

#include "base/shown.h"

static void
test_characters(void)
{
	static const struct {
		const char	*value, *shown;
	} rows[] = {
		{ "", "" },
		{ "frm/bim/çay — “ğüşıöç”", "frm/bim/çay — “ğüşıöç”" },
		{ "\033]0;x\007", "?]0;x?" },
		{ "a\nb\tc\r\x7F", "a?b?c??" },
		{ "\xC2\x9Bm\xC2\x80\xC2\xA0", "?m?\xC2\xA0" },
		{ "\x9B\xFFx\xE2\x80", "??x??" },
		{ "\xED\xA0\x80", "???" },		/* a surrogate */
		{ "\xE2\x80\xAA\xE2\x80\xAE\xE2\x81\xA6\xE2\x81\xA9", "????" },
		{ "\xE2\x80\x8E\xD8\x9C\xE2\x80\xA8", "???" },
		{ "\xE2\x80\xA6\xE2\x81\xA5", "\xE2\x80\xA6\xE2\x81\xA5" },
	};
	size_t i;

	for (i = 0; i < LENGTH(rows); i++)
		check_str(str_of(SHOWN(str_of(rows[i].value))),
		    str_of(rows[i].shown), "shown %zu", i);
}

/* Every single character of the ranges that a terminal acts on. */
static void
test_ranges(void)
{
	static const uint32_t ranges[][2] = { { 1, 0x1F }, { 0x7F, 0x9F },
	    { 0x202A, 0x202E }, { 0x2066, 0x2069 } };
	char s[4];
	size_t i, faults = 0;
	uint32_t c;

	for (i = 0; i < LENGTH(ranges); i++)
		for (c = ranges[i][0]; c <= ranges[i][1]; c++)
			faults += strcmp(SHOWN(((str){ s, str_put_rune(s,
			    c) })), "?") != 0;
	check(faults == 0, "shown ranges: %zu faults", faults);
	check(strcmp(SHOWN(((str){ "\0", 1 })), "?") == 0, "shown NUL");
}

/* Whatever the length and the characters, at most SHOWN_LIMIT bytes of valid
 * text are left, and a value of that length is not cut. */
static void
test_length(void)
{
	static const char *const parts[] = { "a", "ğ", "€", "😀", "\033",
	    "\xC2\x9B", "\xFF" };
	size_t i, len, size = 50 << 20, wanted;
	char *p = malloc(size);
	const char *shown;
	str s;

	for (i = 0; i < LENGTH(parts); i++) {
		len = strlen(parts[i]);
		for (wanted = 0; wanted + len <= size; wanted += len)
			memcpy(p + wanted, parts[i], len);
		shown = SHOWN(((str){ p, wanted }));
		s = str_of(shown);
		check(s.len <= SHOWN_LIMIT && s.len > SHOWN_LIMIT - 8 &&
		    str_ends(s, S("…")) && str_utf8_fault(s) == s.len,
		    "shown 50 MB of part %zu", i);
		shown = SHOWN(((str){ p, SHOWN_LIMIT / len * len }));
		check(!str_ends(str_of(shown), S("…")),
		    "shown whole of part %zu", i);
	}
	free(p);
}

int
main(void)
{
	test_characters();
	test_ranges();
	test_length();
	return 0;
}
