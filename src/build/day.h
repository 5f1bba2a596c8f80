/* SPDX-License-Identifier: ISC
 *
 * day: which day counts as today. It decides about status, checks and lists;
 * no page prints it. A day begins at midnight of the site: by utc-offset of
 * content/index.md, else as in Turkey, three hours before UTC.
 */
#ifndef BUILD_DAY_H
#define BUILD_DAY_H

#include "base/date.h"

struct options;

/* --date, else the day of SOURCE_DATE_EPOCH, else today. Ends the program
 * where SOURCE_DATE_EPOCH is not a number. */
struct date	day_of(const struct options *);
/* The same, where it is known by how much the site is before UTC [min]. */
struct date	day_of_offset(const struct options *, int minutes);
/* What content/index.md says of that [min], else that of Turkey. */
int		day_offset(const struct options *);
/* Today by the clock; neither --date nor SOURCE_DATE_EPOCH changes it. */
struct date	day_now(const struct options *);

#endif
