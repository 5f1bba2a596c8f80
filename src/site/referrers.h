/* SPDX-License-Identifier: ISC
 *
 * referrers: which documents refer to which, for the pages of those that are
 * referred to.
 */
#ifndef SITE_REFERRERS_H
#define SITE_REFERRERS_H

#include "html/lists.h"

/* Whether readers find the card's text at the address of its work. */
bool			referrers_is_read(const struct collection *,
			    const struct card *);
/* For each card at its work's address, lists the works that link to it, once
 * each, by title; other cards get an empty list. Drafts and withdrawn works are
 * not listed. In the arena. */
struct html_cards	*referrers_make(struct arena *,
			    const struct collection *);

#endif
