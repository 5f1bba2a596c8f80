/* SPDX-License-Identifier: ISC
 *
 * report: what the check of links found: faults as diags, the rest as lines.
 */
#ifndef LINKS_REPORT_H
#define LINKS_REPORT_H

#include "links/hosts.h"
#include "links/link_state.h"

/* Reports each text whose address or phrase is a fault. */
void	report_faults(struct input *, const struct wanted_list *,
	    const struct link_state *);
/* Whether a warning above the text of a phrase is about it. */
bool	report_is_warned(struct arena *, const struct wanted *);
/* Prints redirects, what cannot be told, first failures, and the sum. */
void	report_lines(struct input *, const struct hosts *,
	    const struct link_state *);
/* “404; on 3 days, first 01.11.2026”, in arena. */
str	report_since(struct arena *, const struct link_row *);
/* The command that puts a warning above the text in force, for a shell; the
 * page no longer says the phrase. In arena; at most SHOWN_LIMIT bytes. */
str	report_warn_line(struct arena *, const struct card *, str address,
	    str phrase);

#endif
