/* SPDX-License-Identifier: ISC */
#include "test.h"

#include "base/arena.h"
#include "base/sink.h"

enum { ROUNDS = 3, PIECES = 2000 };

static bool
is_zeroed(const unsigned char *p, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if (p[i] != 0)
			return false;
	return true;
}

/* Pieces of many sizes are zeroed, aligned and do not overlap, before and
 * after a reset, with others between them that need be neither. */
static void
test_pieces(struct arena *a)
{
	unsigned char *pieces[PIECES];
	size_t i, round, len, dirty = 0, crooked = 0, mixed = 0;

	for (round = 0; round < ROUNDS; round++) {
		for (i = 0; i < PIECES; i++) {
			len = i * 37 % 3001;
			memset(arena_bytes(a, i % 7), 0xEE, i % 7);
			memset(arena_raw(a, i % 40), 0xEE, i % 40);
			pieces[i] = arena_alloc(a, len);
			dirty += !is_zeroed(pieces[i], len);
			crooked += (uintptr_t)pieces[i] %
			    _Alignof(double) != 0;
			memset(pieces[i], (int)(i % 255 + 1), len);
		}
		for (i = 0; i < PIECES; i++)
			for (len = i * 37 % 3001; len-- > 0;)
				mixed += pieces[i][len] != i % 255 + 1;
		arena_reset(a);
	}
	check(dirty == 0, "an arena's pieces are zeroed");
	check(crooked == 0, "an arena's pieces are aligned");
	check(mixed == 0, "an arena's pieces do not overlap");
}

static void
test_large(struct arena *a)
{
	size_t len = 10 << 20;
	unsigned char *p = arena_alloc(a, len);

	check(p != NULL && is_zeroed(p, len), "a piece larger than a chunk");
	memset(p, 1, len);
	arena_reset(a);
	check(is_zeroed(arena_alloc(a, len), len), "zeroed again after a reset");
	arena_free(NULL);
	check(true, "arena_free(NULL) does nothing");
}

static void
test_copies(struct arena *a)
{
	str s = str_copy(a, S("çay"));

	check(strcmp(s.p, "çay") == 0, "str_copy ends in a NUL");
	check(strcmp(str_c(a, (str){ NULL, 0 }), "") == 0, "str_c of empty");
	check_str(str_join(a, S("a"), S("")), S("a"), "str_join");
	check_str(str_join3(a, S("a"), S("b"), S("c")), S("abc"), "str_join3");
	check_str(str_uint(a, 0), S("0"), "str_uint 0");
	check_str(str_uint(a, UINTMAX_MAX), S("18446744073709551615"),
	    "str_uint of the largest");
}

static void
test_sink(void)
{
	struct sink k = { 0 };
	size_t i, wrong = 0;

	check(sink_str(&k).len == 0, "a sink begins empty");
	sink_puts(&k, "a");
	sink_char(&k, '-');
	sink_put(&k, (str){ NULL, 0 });
	sink_rune(&k, 0x131);
	sink_uint(&k, 0);
	sink_uint_wide(&k, 7, 3);
	sink_uint_wide(&k, 12345, 3);
	sink_indent(&k, 2, ' ');
	check_str(sink_str(&k), S("a-ı000712345  "), "a sink takes all kinds");
	sink_reset(&k);
	check(sink_str(&k).len == 0, "sink_reset empties");
	for (i = 0; i < 100000; i++)
		sink_char(&k, (char)('a' + i % 26));
	for (i = 0; i < 100000; i++)
		wrong += k.p[i] != (char)('a' + i % 26);
	check(k.len == 100000 && wrong == 0, "a sink grows");
	sink_free(&k);
	check(k.p == NULL && k.len == 0, "sink_free leaves an empty sink");
}

static void
test_escapes(void)
{
	static const struct {
		const char	*text;
		const char	*xml;
		const char	*attr;
	} rows[] = {
		{ "", "", "" },
		{ "a & b", "a &amp; b", "a &amp; b" },
		{ "<b>", "&lt;b&gt;", "&lt;b&gt;" },
		{ "\"’'", "\"’'", "&quot;’'" },
		{ "&amp;", "&amp;amp;", "&amp;amp;" },
		{ "çğıİöşü", "çğıİöşü", "çğıİöşü" },
		{ "<<<<>>>>&&&&", "&lt;&lt;&lt;&lt;&gt;&gt;&gt;&gt;"
		    "&amp;&amp;&amp;&amp;", "&lt;&lt;&lt;&lt;&gt;&gt;&gt;&gt;"
		    "&amp;&amp;&amp;&amp;" },
	};
	struct sink k = { 0 };
	size_t i;

	for (i = 0; i < LENGTH(rows); i++) {
		sink_xml(&k, str_of(rows[i].text));
		check_str(sink_str(&k), str_of(rows[i].xml), "sink_xml “%s”",
		    rows[i].text);
		sink_reset(&k);
		sink_xml_attr(&k, str_of(rows[i].text));
		check_str(sink_str(&k), str_of(rows[i].attr),
		    "sink_xml_attr “%s”", rows[i].text);
		sink_reset(&k);
	}
	sink_free(&k);
}

int
main(void)
{
	struct arena *a = arena_new();

	test_pieces(a);
	test_large(a);
	test_copies(a);
	arena_free(a);
	test_sink();
	test_escapes();
	return 0;
}
