/* SPDX-License-Identifier: ISC
 *
 * due_text: duties as text of at most 100 columns, for a terminal and a mail.
 */
#ifndef DUTY_DUE_TEXT_H
#define DUTY_DUE_TEXT_H

#include "base/sink.h"
#include "duty/duty.h"

/* Appends the duties, which are sorted by owner, under a line for each owner.
 * url: of the site, whose pages are named then; or empty. */
void	due_text_put(struct arena *, const struct duties *, str url,
	    struct sink *);

#endif
