/* SPDX-License-Identifier: ISC
 *
 * event: rows about an edition that was released: it was looked at, it is
 * known to be wrong, it is out of force, the law wants its bytes gone. Only
 * an erasure touches a file beside the register.
 */
#ifndef EDITION_EVENT_H
#define EDITION_EVENT_H

struct options;

/* Each tells what was done on standard output and returns an exit status. */
int	events_review(const struct options *);
int	events_warn(const struct options *);
int	events_lift(const struct options *);
int	events_withdraw(const struct options *);
int	events_erase(const struct options *);
/* Brings a register that another program saved back to its form. */
int	events_mend(const struct options *);

#endif
