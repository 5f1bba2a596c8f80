/* SPDX-License-Identifier: ISC
 *
 * date: days of the Gregorian calendar, as text and back. Uses no clock.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/str.h"

struct date {
	int	year;			/* 1..9999; 0: no date */
	int	month;
	int	day;
};

/* Reads exactly eight digits YYYYMMDD; does not check whether the calendar has
 * the day. */
bool	date_read_compact(str, struct date *);
/* 2019-01-15 or 15.01.2019, a real day. */
bool	date_read(str, struct date *);
/* Whether the calendar has the day. */
bool	date_is_real(struct date);
bool	date_is_set(struct date);
/* <0, 0, >0 */
int	date_cmp(struct date, struct date);

/* The day that many days later, or earlier; within the years 1..9999. */
struct date date_add_days(struct date, long days);
/* The same day that many months later; the last day of that month where it is
 * shorter. */
struct date date_add_months(struct date, unsigned months);
/* The day (UTC) of seconds since 1970. */
struct date date_of_seconds(long long seconds);

str	date_iso(struct arena *, struct date);		/* 2019-01-15 */
str	date_dotted(struct arena *, struct date);	/* 15.01.2019 */
str	date_compact(struct arena *, struct date);	/* 20190115 */

#endif
