/* SPDX-License-Identifier: ISC
 *
 * languages: in which other languages the text of a work is there, for the
 * links between an original and its translations.
 */
#ifndef SITE_LANGUAGES_H
#define SITE_LANGUAGES_H

#include "html/lists.h"

/* For each card at its work's address, lists the cards at the addresses of the
 * original and of its other translations, the original first, then by language;
 * other cards get an empty list. Drafts and withdrawn works are not listed. In
 * the arena. */
struct html_cards	*languages_make(struct arena *,
			    const struct collection *);

#endif
