/* SPDX-License-Identifier: ISC
 *
 * day: which day counts as today. It decides about status, checks and lists;
 * no page prints it.
 */
#ifndef BUILD_DAY_H
#define BUILD_DAY_H

#include "base/date.h"

struct options;

/* --date, else the day of SOURCE_DATE_EPOCH, else today; UTC. Ends the
 * program where SOURCE_DATE_EPOCH is not a number. */
struct date	day_of(const struct options *);

#endif
