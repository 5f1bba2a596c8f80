/* SPDX-License-Identifier: ISC */
#include "test.h"

#include "base/suffix.h"

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
	return 0;
}
