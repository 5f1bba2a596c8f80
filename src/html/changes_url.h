/* SPDX-License-Identifier: ISC
 *
 * html_changes_url: where the page is that says what an edition changes.
 */
#ifndef HTML_CHANGES_URL_H
#define HTML_CHANGES_URL_H

#include "model/collection.h"

/* The address of the page of changes of a card, from the folder of the
 * document; empty where it has none. In arena. */
str	html_changes_url(struct arena *, const struct collection *,
	    const struct card *);
#endif
