/* SPDX-License-Identifier: ISC
 *
 * list: the master lists of a collection on a day, for people, for Excel and
 * for programs.
 */
#ifndef LIST_H
#define LIST_H

struct options;

/* matbu list; returns an exit status. */
int	list(const struct options *);

#endif
