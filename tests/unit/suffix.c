/* SPDX-License-Identifier: ISC */
#include "test.h"

#include "base/suffix.h"

/* Dative, accusative, genitive, locative, ablative, by the spoken number. */
static const struct {
	unsigned	 number;
	const char	*forms[5];
} table[] = {
	{ 0, { "a", "ı", "ın", "da", "dan" } },
	{ 1, { "e", "i", "in", "de", "den" } },
	{ 2, { "ye", "yi", "nin", "de", "den" } },
	{ 3, { "e", "ü", "ün", "te", "ten" } },
	{ 4, { "e", "ü", "ün", "te", "ten" } },
	{ 5, { "e", "i", "in", "te", "ten" } },
	{ 6, { "ya", "yı", "nın", "da", "dan" } },
	{ 7, { "ye", "yi", "nin", "de", "den" } },
	{ 8, { "e", "i", "in", "de", "den" } },
	{ 9, { "a", "u", "un", "da", "dan" } },
	{ 10, { "a", "u", "un", "da", "dan" } },
	{ 20, { "ye", "yi", "nin", "de", "den" } },
	{ 30, { "a", "u", "un", "da", "dan" } },
	{ 40, { "a", "ı", "ın", "ta", "tan" } },
	{ 50, { "ye", "yi", "nin", "de", "den" } },
	{ 60, { "a", "ı", "ın", "ta", "tan" } },
	{ 70, { "e", "i", "in", "te", "ten" } },
	{ 80, { "e", "i", "in", "de", "den" } },
	{ 90, { "a", "ı", "ın", "da", "dan" } },
	{ 100, { "e", "ü", "ün", "de", "den" } },
	{ 1000, { "e", "i", "in", "de", "den" } },
};

enum { TABLE = sizeof(table) / sizeof(table[0]) };

/* Whichever form stood there, that of the number comes out. */
static void
check_forms(size_t row)
{
	size_t form, from;

	for (form = 0; form < 5; form++)
		for (from = 0; from < TABLE; from++)
			check_str(suffix_after(table[row].number,
			    str_of(table[from].forms[form])),
			    str_of(table[row].forms[form]), "%u %s",
			    table[row].number, table[from].forms[form]);
}

int
main(void)
{
	static const struct {
		unsigned	 number;
		const char	*typed, *wanted;
	} rows[] = {
		{ 1, "e", "e" }, { 2, "e", "ye" }, { 3, "ya", "e" },
		{ 4, "de", "te" }, { 5, "den", "ten" }, { 6, "e", "ya" },
		{ 7, "in", "nin" }, { 8, "nın", "in" }, { 9, "e", "a" },
		{ 10, "e", "a" }, { 20, "de", "de" }, { 30, "deki", "daki" },
		{ 40, "den", "tan" }, { 60, "i", "ı" }, { 90, "le", "la" },
		{ 100, "da", "de" }, { 103, "u", "ü" }, { 1000, "la", "le" },
		{ 0, "e", "a" }, { 26, "le", "yla" }, { 6, "x", "x" },
		{ 9, "", "" }
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		check_str(suffix_after(rows[i].number, str_of(rows[i].typed)),
		    str_of(rows[i].wanted), "%u %s", rows[i].number,
		    rows[i].typed);
	for (i = 0; i < TABLE; i++)
		check_forms(i);
	return 0;
}
