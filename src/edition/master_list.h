/* SPDX-License-Identifier: ISC
 *
 * list: the master lists of a collection on a day, for people, for Excel and
 * for programs.
 */
#ifndef EDITION_MASTER_LIST_H
#define EDITION_MASTER_LIST_H

#include "base/str.h"

struct options;
struct edition_status;

/* matbu list; returns an exit status. */
int	list(const struct options *);
/* “YÜRÜRLÜKTE – UYARI”: a state in words, in the language of messages. */
str	master_list_state(struct arena *, const struct edition_status *);

#endif
