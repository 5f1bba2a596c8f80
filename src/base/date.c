/* SPDX-License-Identifier: ISC */
#include "date.h"

#include "arena.h"

/* num digits at s.p; the caller knows that s is long enough. */
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
