/* SPDX-License-Identifier: ISC */
#include "test.h"

#include "base/arena.h"
#include "base/date.h"

static void
test_read(void)
{
	static const struct {
		const char	*text;
		bool		 sound;
		struct date	 date;
	} rows[] = {
		{ "2019-01-15", true, { 2019, 1, 15 } },
		{ "15.01.2019", true, { 2019, 1, 15 } },
		{ "2024-02-29", true, { 2024, 2, 29 } },
		{ "2000-02-29", true, { 2000, 2, 29 } },
		{ "31.12.9999", true, { 9999, 12, 31 } },
		{ "0001-01-01", true, { 1, 1, 1 } },
		{ "2023-02-29", false, { 0 } },
		{ "1900-02-29", false, { 0 } },
		{ "2025-04-31", false, { 0 } },
		{ "2025-00-10", false, { 0 } },
		{ "2025-13-10", false, { 0 } },
		{ "2025-01-00", false, { 0 } },
		{ "0000-01-01", false, { 0 } },
		{ "2025-1-1", false, { 0 } },
		{ "1.1.2025", false, { 0 } },
		{ "20250101", false, { 0 } },
		{ "2025/01/01", false, { 0 } },
		{ "2025-01-01 ", false, { 0 } },
		{ " 2025-01-01", false, { 0 } },
		{ "2025-01.01", false, { 0 } },
		{ "-025-01-01", false, { 0 } },
		{ "+025-01-01", false, { 0 } },
		{ "", false, { 0 } },
	};
	struct date d;
	size_t i;
	bool sound;

	for (i = 0; i < LENGTH(rows); i++) {
		sound = date_read(str_of(rows[i].text), &d);
		check(sound == rows[i].sound &&
		    (!sound || date_cmp(d, rows[i].date) == 0),
		    "date_read “%s”", rows[i].text);
	}
}

static void
test_compact(void)
{
	static const struct {
		const char	*text;
		bool		 digits;
		bool		 real;
	} rows[] = {
		{ "20190115", true, true },
		{ "20250230", true, false },
		{ "00000000", true, false },
		{ "2019011", false, false },
		{ "201901150", false, false },
		{ "2019011x", false, false },
		{ "", false, false },
	};
	struct date d;
	size_t i;
	bool digits;

	for (i = 0; i < LENGTH(rows); i++) {
		digits = date_read_compact(str_of(rows[i].text), &d);
		check(digits == rows[i].digits &&
		    (digits && date_is_real(d)) == rows[i].real,
		    "date_read_compact “%s”", rows[i].text);
	}
}

static void
test_write(struct arena *a)
{
	struct date d = { 2019, 1, 5 }, none = { 0, 0, 0 };

	check_str(date_iso(a, d), S("2019-01-05"), "date_iso");
	check_str(date_dotted(a, d), S("05.01.2019"), "date_dotted");
	check_str(date_compact(a, d), S("20190105"), "date_compact");
	check(date_is_set(d) && !date_is_set(none), "date_is_set");
}

static void
test_cmp(void)
{
	/* In order. */
	static const struct date rows[] = { { 0, 0, 0 }, { 2018, 12, 31 },
	    { 2019, 1, 1 }, { 2019, 1, 2 }, { 2019, 2, 1 }, { 2020, 1, 1 } };
	size_t i, j;
	int c;

	for (i = 0; i < LENGTH(rows); i++)
		for (j = 0; j < LENGTH(rows); j++) {
			c = date_cmp(rows[i], rows[j]);
			check((c > 0) - (c < 0) == (i > j) - (i < j),
			    "date_cmp %zu %zu", i, j);
		}
}

static void
test_add(struct arena *a)
{
	static const struct {
		struct date	 from;
		unsigned	 months;
		const char	*to;
	} months[] = {
		{ { 2024, 1, 31 }, 0, "2024-01-31" },
		{ { 2024, 1, 31 }, 1, "2024-02-29" },
		{ { 2023, 1, 31 }, 1, "2023-02-28" },
		{ { 2024, 1, 31 }, 3, "2024-04-30" },
		{ { 2024, 12, 15 }, 1, "2025-01-15" },
		{ { 2024, 2, 29 }, 12, "2025-02-28" },
		{ { 2024, 2, 29 }, 48, "2028-02-29" },
		{ { 9999, 12, 1 }, 1, "9999-12-31" }
	};
	static const struct {
		struct date	 from;
		long		 days;
		const char	*to;
	} days[] = {
		{ { 2024, 2, 28 }, 1, "2024-02-29" },
		{ { 2023, 2, 28 }, 1, "2023-03-01" },
		{ { 1900, 2, 28 }, 1, "1900-03-01" },
		{ { 2000, 2, 28 }, 1, "2000-02-29" },
		{ { 2025, 1, 1 }, -1, "2024-12-31" },
		{ { 2025, 7, 1 }, -90, "2025-04-02" },
		{ { 1, 1, 1 }, -1, "0001-01-01" },
		{ { 9999, 12, 31 }, 1, "9999-12-31" }
	};
	size_t i;

	for (i = 0; i < LENGTH(months); i++)
		check_str(date_iso(a, date_add_months(months[i].from,
		    months[i].months)), str_of(months[i].to),
		    "date_add_months %zu", i);
	for (i = 0; i < LENGTH(days); i++)
		check_str(date_iso(a, date_add_days(days[i].from,
		    days[i].days)), str_of(days[i].to), "date_add_days %zu", i);
}

int
main(void)
{
	struct arena *a = arena_new();

	test_read();
	test_compact();
	test_write(a);
	test_cmp();
	test_add(a);
	arena_free(a);
	return 0;
}
