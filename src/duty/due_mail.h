/* SPDX-License-Identifier: ISC
 *
 * due_mail: a message to each owner about the duties that were not mailed
 * lately (duty/sent.h).
 */
#ifndef DUTY_DUE_MAIL_H
#define DUTY_DUE_MAIL_H

#include "duty/duty.h"

/* Makes the messages: one for each address, from the address of the
 * institution's contact, or else its own. Prints them on standard output, as an
 * mbox; with --send passes each to sendmail and notes its duties. Duties that
 * reach no address are reported, and so is a message that sendmail does not
 * take: it is sent the next time. Sorts the duties by address. Ends the program
 * where the disk fails. */
void	due_mail(struct input *, const struct mail_book *, struct duties *);

#endif
