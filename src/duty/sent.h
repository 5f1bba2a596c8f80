/* SPDX-License-Identifier: ISC
 *
 * sent: which duties were mailed lately: content/.due.tsv, columns date, kind,
 * edition, day of the duty, address. It may be lost: then they are mailed
 * again. Rows that no longer count are dropped.
 */
#ifndef DUTY_SENT_H
#define DUTY_SENT_H

#include "base/strings.h"
#include "duty/duty.h"

/* The same duty is mailed again after so many days [day]. */
enum { SENT_INTERVAL = 30 };

struct sent {
	struct arena	*arena;
	str		 path;
	struct date	 today;
	struct strings	 rows;		/* whole lines */
	struct map	 keys;		/* lines without the first column */
};

/* Reads the file as it counts on the day. Reports a line that is none as a
 * warning. Ends the program where it cannot be read. */
void	sent_read(struct sent *, struct input *);
/* Whether the duty was mailed to its address in the interval. */
bool	sent_has(const struct sent *, const struct duty *);
/* Adds a duty that is mailed today, in memory. */
void	sent_add(struct sent *, const struct duty *);
/* Writes the file. Ends the program where the disk fails. */
void	sent_write(const struct sent *);

#endif
