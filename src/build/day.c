/* SPDX-License-Identifier: ISC */
#include "build/day.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "base/diags.h"
#include "base/die.h"
#include "build/options.h"

struct date
day_of(const struct options *o)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	long long seconds;
	char *end;

	if (date_is_set(o->day))
		return o->day;
	if (epoch == NULL || *epoch == '\0')
		return date_of_seconds((long long)time(NULL));
	errno = 0;
	seconds = strtoll(epoch, &end, 10);
	if (*end != '\0' || errno != 0 || seconds < 0)
		die_usage(DIAG_DAY_EPOCH, epoch, "");
	return date_of_seconds(seconds);
}
