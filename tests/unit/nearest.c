/* SPDX-License-Identifier: ISC */
#include "test.h"

#include <stdlib.h>

#include "base/nearest.h"

enum { CANDIDATES = 4 };

static void
test_best(void)
{
	static const struct {
		const char	*wanted;
		const char	*candidates[CANDIDATES];
		const char	*best;
	} rows[] = {
		{ "sumary", { "summary", "keywords", "change" }, "summary" },
		{ "ayar", { "imap", "ayarlar", "cark" }, "ayarlar" },
		{ "özt", { "özet", "onaylayan" }, "özet" },
		{ "x", { NULL }, "" },
		/* Nothing is near. */
		{ "", { "a", "ab" }, "" },
		{ "b", { "c", "a" }, "" },
		{ "title", { "dil", "lang" }, "" },
		{ "frm/bim/yok", { "frm/bim/baska" }, "" },
		/* Neighbours that are exchanged; half of a longer name. */
		{ "bri", { "bir", "iki" }, "bir" },
		{ "numara", { "number", "unit" }, "number" },
		{ "frm/bim/ayr", { "frm/bim/ayar", "frm/bim/x" },
		    "frm/bim/ayar" },
		/* Of equally near ones the first by bytes, in any order. */
		{ "abcb", { "abcc", "abca" }, "abca" },
		{ "abcb", { "abca", "abcc" }, "abca" },
		{ "same", { "some", "same" }, "same" },
	};
	struct nearest n;
	size_t i, j;

	for (i = 0; i < LENGTH(rows); i++) {
		n = nearest_to(str_of(rows[i].wanted));
		for (j = 0; j < CANDIDATES && rows[i].candidates[j] != NULL; j++)
			nearest_offer(&n, str_of(rows[i].candidates[j]));
		check_str(nearest_best(&n), str_of(rows[i].best),
		    "nearest to “%s” (%zu)", rows[i].wanted, i);
	}
}

/* Names of any length are compared without harm. */
static void
test_long(void)
{
	size_t len;
	char *p;
	struct nearest n;

	for (len = 70; len <= 90; len++) {
		p = malloc(len);
		memset(p, 'a', len);
		n = nearest_to((str){ p, len });
		nearest_offer(&n, S("b"));
		nearest_offer(&n, (str){ p, len });
		check(nearest_best(&n).len == len, "nearest of length %zu",
		    len);
		free(p);
	}
}

int
main(void)
{
	test_best();
	test_long();
	return 0;
}
