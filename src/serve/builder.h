/* SPDX-License-Identifier: ISC
 *
 * builder: makes the site again, in processes of its own: a build that ends
 * with a message ends alone, and the server goes on with the last good pages.
 * builder.c explains the two folders.
 */
#ifndef SERVE_BUILDER_H
#define SERVE_BUILDER_H

#include "base/str.h"
#include "serve/watch.h"

struct builder;
struct options;
struct sink;

enum { BUILDER_FDS = 3 };

/* How the site is. */
struct builder_state {
	size_t	number;			/* of builds that ended */
	bool	early;			/* pages of the next one are there, its
					 * records are not */
	size_t	others;			/* those with other files than texts:
					 * pictures, styles, templates */
	bool	failed;			/* the last one found errors */
	bool	busy;
	str	said;			/* its messages, lines; borrowed */
	str	saved;			/* the edition saved last that could be
					 * built, or empty; borrowed */
};

/* Builds into two folders in the folder; everything is borrowed. Begins with
 * the whole site. */
struct builder	*builder_open(const struct options *, const char *folder);
/* Ends what is running. */
void		 builder_close(struct builder *);
/* Where the site is; a file in the first hides that in the second. */
str		 builder_first(const struct builder *);
str		 builder_second(const struct builder *);
/* Takes note of what has changed. */
void		 builder_change(struct builder *, const struct watch_changes *);
/* Begins and ends builds as far as that needs no waiting; returns whether
 * the state is another. */
bool		 builder_step(struct builder *);
struct builder_state builder_state(const struct builder *);
/* The descriptors to wait for, -1: none; and how long at most [ms]. */
void		 builder_descriptors(const struct builder *,
		    int fds[BUILDER_FDS]);
int		 builder_patience(const struct builder *);

#endif
