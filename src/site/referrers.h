/* SPDX-License-Identifier: ISC
 *
 * referrers: which documents refer to which, for the pages of those that are
 * referred to.
 */
#ifndef SITE_REFERRERS_H
#define SITE_REFERRERS_H

#include "html/lists.h"

/* Lists for each card that is at its work's address the works that link to it,
 * each once and by title; for all others none. A work counts where readers find
 * its text at its address: not a draft, nor what was withdrawn. In the
 * arena. */
struct html_referrers	*referrers_make(struct arena *,
			    const struct collection *);

#endif
