/* SPDX-License-Identifier: ISC
 *
 * master_list: the master lists of a collection on a day, for people, for
 * Excel and for programs.
 */
#ifndef EDITION_MASTER_LIST_H
#define EDITION_MASTER_LIST_H

#include "base/lang.h"

struct options;
struct edition_status;

/* matbu list: prints the list that --status names, on the day --on, in the
 * format --format, on standard output. Returns an exit status. Ends the
 * program where an option has no such value, or where the output fails. */
int	master_list(const struct options *);
/* Returns the title of a list by a name that lists.def has. */
str	master_list_title(enum lang, const char *name);
/* Returns “YÜRÜRLÜKTE – UYARI”: a state in words, in the language of the
 * messages, in arena. */
str	master_list_state(struct arena *, const struct edition_status *);

#endif
