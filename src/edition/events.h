/* SPDX-License-Identifier: ISC
 *
 * events: the commands that add a row about a released edition to the
 * register. Only an erasure changes other files.
 *
 * Each takes a work or an edition from the command line, checks that its state
 * allows the event, prints on standard output what it did, and returns an exit
 * status. A fault of the command line or of the disk ends the program before
 * a row is added.
 */
#ifndef EDITION_EVENTS_H
#define EDITION_EVENTS_H

struct options;

/* matbu review: the edition in force was reviewed and still holds; --next
 * gives the day of the next review. */
int	events_review(const struct options *);
/* matbu warn: a warning is shown above the edition in force. */
int	events_warn(const struct options *);
/* matbu warn --lift: its warnings no longer hold. */
int	events_lift(const struct options *);
/* matbu withdraw: the edition is no longer in force. */
int	events_withdraw(const struct options *);
/* matbu withdraw --erase: the law requires that the edition's bytes are
 * erased. After an interrupted run it completes the erasure. */
int	events_erase(const struct options *);

#endif
