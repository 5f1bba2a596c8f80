/* SPDX-License-Identifier: ISC
 *
 * day: which day it is. Enters status, checks and lists; never a page that
 * would read the same tomorrow.
 */
#ifndef BUILD_DAY_H
#define BUILD_DAY_H

#include "base/date.h"

struct options;

/* --date, else the day of SOURCE_DATE_EPOCH, else today; UTC. Ends the
 * program where SOURCE_DATE_EPOCH is no number. */
struct date	day_of(const struct options *);

#endif
