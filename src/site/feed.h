/* SPDX-License-Identifier: ISC
 *
 * feed: what was released, warned of or withdrawn in the last days, as an Atom
 * feed (RFC 4287).
 */
#ifndef SITE_FEED_H
#define SITE_FEED_H

#include "html/lists.h"

struct sink;

/* Gives the lists that have changes a feed, where the collection has a url:
 * the root's and those of units. Paths are made in the arena. */
void	feed_name(struct html_lists *, struct arena *,
	    const struct collection *);
/* Writes the feed of such a list. */
void	feed_make(struct sink *, const struct collection *,
	    const struct html_lists *, const struct html_list *);

#endif
