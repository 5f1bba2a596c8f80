/* SPDX-License-Identifier: ISC */
#include "base/date.h"

#include "base/arena.h"

/* Reads num digits at p; the caller makes sure that there are as many bytes. */
static bool
digits(const char *p, int num, int *value)
{
	int i;

	for (*value = i = 0; i < num; i++) {
		if (!char_is_digit(p[i]))
			return false;
		*value = *value * 10 + (p[i] - '0');
	}
	return true;
}

bool
date_read_compact(str s, struct date *d)
{
	return s.len == 8 && digits(s.p, 4, &d->year) &&
	    digits(s.p + 4, 2, &d->month) && digits(s.p + 6, 2, &d->day);
}

static bool
read_iso(str s, struct date *d)
{
	return s.len == 10 && s.p[4] == '-' && s.p[7] == '-' &&
	    digits(s.p, 4, &d->year) && digits(s.p + 5, 2, &d->month) &&
	    digits(s.p + 8, 2, &d->day);
}

static bool
read_dotted(str s, struct date *d)
{
	return s.len == 10 && s.p[2] == '.' && s.p[5] == '.' &&
	    digits(s.p, 2, &d->day) && digits(s.p + 3, 2, &d->month) &&
	    digits(s.p + 6, 4, &d->year);
}

bool
date_read(str s, struct date *d)
{
	return (read_iso(s, d) || read_dotted(s, d)) && date_is_real(*d);
}

static int
days_in(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
	    31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : days[month - 1];
}

bool
date_is_real(struct date d)
{
	return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 &&
	    d.day >= 1 && d.day <= days_in(d.year, d.month);
}

bool
date_is_set(struct date d)
{
	return d.year != 0;
}

int
date_cmp(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.day > b.day) - (a.day < b.day);
}

/* Days since 1970-01-01 and back, by 400-year eras that begin in March
 * (H. Hinnant, chrono-compatible date algorithms). */
static long
number_of(struct date d)
{
	long year = d.year - (d.month <= 2), era = year / 400;
	long of_era = year - era * 400;
	long of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 +
	    d.day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 +
	    of_year - 719468;
}

static struct date
date_of_number(long number)
{
	long n = number + 719468, era = n / 146097, day = n - era * 146097;
	long year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	long of_year = day - (365 * year + year / 4 - year / 100);
	long month = (5 * of_year + 2) / 153;
	struct date d;

	d.day = (int)(of_year - (153 * month + 2) / 5 + 1);
	d.month = (int)(month < 10 ? month + 3 : month - 9);
	d.year = (int)(year + era * 400 + (d.month <= 2));
	return d;
}

struct date
date_add_days(struct date d, long days)
{
	struct date first = { 1, 1, 1 }, last = { 9999, 12, 31 };
	long n = number_of(d) + days;

	if (n < number_of(first))
		return first;
	return n > number_of(last) ? last : date_of_number(n);
}

struct date
date_add_months(struct date d, unsigned months)
{
	struct date last = { 9999, 12, 31 };
	int n = d.year * 12 + d.month - 1 + (int)months;

	if (n / 12 > last.year)
		return last;
	d.year = n / 12;
	d.month = n % 12 + 1;
	if (d.day > days_in(d.year, d.month))
		d.day = days_in(d.year, d.month);
	return d;
}

struct date
date_of_seconds(long long seconds)
{
	struct date epoch = { 1970, 1, 1 };
	long long days = seconds / 86400 - (seconds % 86400 < 0);

	return date_add_days(epoch, (long)days);
}

static char *
put(char *p, int value, int width)
{
	int i;

	for (i = width; i-- > 0; value /= 10)
		p[i] = (char)('0' + value % 10);
	return p + width;
}

str
date_iso(struct arena *a, struct date d)
{
	char *s = arena_alloc(a, 11), *p = put(s, d.year, 4);

	*p++ = '-';
	p = put(p, d.month, 2);
	*p++ = '-';
	put(p, d.day, 2);
	return (str){ s, 10 };
}

str
date_dotted(struct arena *a, struct date d)
{
	char *s = arena_alloc(a, 11), *p = put(s, d.day, 2);

	*p++ = '.';
	p = put(p, d.month, 2);
	*p++ = '.';
	put(p, d.year, 4);
	return (str){ s, 10 };
}

str
date_compact(struct arena *a, struct date d)
{
	char *s = arena_alloc(a, 9);

	put(put(put(s, d.year, 4), d.month, 2), d.day, 2);
	return (str){ s, 8 };
}
