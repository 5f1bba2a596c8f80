/* SPDX-License-Identifier: ISC */
#include "build/day.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "base/die.h"
#include "build/options.h"
#include "source/front_matter.h"
#include "source/source_text.h"

enum { TURKEY = 3 * 60 };		/* before UTC [min] */

/* The check pass reports the faults of index.md. */
int
day_offset(const struct options *o)
{
	struct arena *a = arena_new();
	struct doc doc = { .arena = a, .path = str_join(a, str_of(o->content),
	    S("/index.md")) };
	int minutes = TURKEY;

	if (source_text_read(&doc)) {
		front_matter_read(&doc, FRONT_MATTER_SITE);
		if (doc.front_matter.has_utc_offset)
			minutes = doc.front_matter.utc_offset;
	}
	arena_free(a);
	return minutes;
}

static const long long last_second = 253402300799;	/* 9999-12-31 */

static struct date
day_at(int minutes, long long seconds)
{
	return date_of_seconds(seconds + 60LL * minutes);
}

/* False where the variable is not set. */
static bool
read_epoch(long long *seconds)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end;

	if (epoch == NULL || *epoch == '\0')
		return false;
	errno = 0;
	*seconds = strtoll(epoch, &end, 10);
	if (!char_is_digit(*epoch) || *end != '\0' || errno != 0 ||
	    *seconds > last_second)
		die_usage(DIAG_DAY_EPOCH, epoch, "");
	return true;
}

struct date
day_of_offset(const struct options *o, int minutes)
{
	long long seconds;

	if (date_is_set(o->day))
		return o->day;
	return day_at(minutes, read_epoch(&seconds) ? seconds :
	    (long long)time(NULL));
}

struct date
day_of(const struct options *o)
{
	return date_is_set(o->day) ? o->day : day_of_offset(o, day_offset(o));
}

struct date
day_now(const struct options *o)
{
	return day_at(day_offset(o), (long long)time(NULL));
}
