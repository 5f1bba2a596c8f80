/* SPDX-License-Identifier: ISC */
#include "test.h"

#include "base/arena.h"
#include "base/json.h"

/* What is not JSON, or not UTF-8 (RFC 8259, 8.1), is not read. */
static void
test_reading(struct arena *a)
{
	static const struct {
		const char	*text;
		bool		 valid;
	} rows[] = {
		{ "{\"a\": [1, true, \"x\"]}", true }, { "\"ş\"", true },
		{ "\"\xdd\"", false }, { "\"\xed\xa0\x80\"", false },
		{ "\"\xc5", false }, { "{\"a\" 1}", false }, { "", false },
		{ "[1] 2", false }, { "\"a", false }, { "\"a\\\"", false }
	};
	size_t i;

	for (i = 0; i < LENGTH(rows); i++)
		check((json_read(a, str_of(rows[i].text)) != NULL) ==
		    rows[i].valid, "row %zu", i);
}

/* Half a surrogate pair has no character. */
static void
test_escapes(struct arena *a)
{
	static const struct {
		const char	*text, *decoded;
	} rows[] = {
		{ "a\\n\\u0130", "a\nİ" }, { "\\ud83d\\ude00", "😀" },
		{ "\\ud83d", "\xef\xbf\xbd" },
		{ "\\ud83d\\u0041", "\xef\xbf\xbd" "A" },
		{ "\\ude00", "\xef\xbf\xbd" }, { "\\\"\\\\\\/", "\"\\/" }
	};
	size_t i;

	for (i = 0; i < LENGTH(rows); i++)
		check_str(json_decode(a, str_of(rows[i].text)),
		    str_of(rows[i].decoded), "escape %zu", i);
}

int
main(void)
{
	struct arena *a = arena_new();

	test_reading(a);
	test_escapes(a);
	arena_free(a);
	return 0;
}
