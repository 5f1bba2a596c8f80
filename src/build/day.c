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

/* Returns by how much the site is before UTC [min]. The check pass reports the
 * faults of its index.md. */
static int
offset_of(const struct options *o)
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
day_at(const struct options *o, long long seconds)
{
	return date_of_seconds(seconds + 60LL * offset_of(o));
}

struct date
day_of(const struct options *o)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	long long seconds;
	char *end;

	if (date_is_set(o->day))
		return o->day;
	if (epoch == NULL || *epoch == '\0')
		return day_now(o);
	errno = 0;
	seconds = strtoll(epoch, &end, 10);
	if (!char_is_digit(*epoch) || *end != '\0' || errno != 0 ||
	    seconds > last_second)
		die_usage(DIAG_DAY_EPOCH, epoch, "");
	return day_at(o, seconds);
}

struct date
day_now(const struct options *o)
{
	return day_at(o, (long long)time(NULL));
}
