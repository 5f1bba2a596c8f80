/* SPDX-License-Identifier: ISC
 *
 * html_status: the state of an edition on its page: the boxes above the text,
 * the revision table, the links to the other editions of its work. For html/
 * and site/ only.
 */
#ifndef HTML_STATUS_H
#define HTML_STATUS_H

#include "html/template.h"
#include "model/collection.h"

/* Fills the slots; does nothing in an uncontrolled collection. Strings are in
 * the arena. */
void	html_status(struct slot_values *, struct arena *,
	    const struct collection *, const struct card *);
/* Fills the boxes alone, and no work that they name is a link. */
void	html_status_plain(struct slot_values *, struct arena *,
	    const struct collection *, const struct card *);
/* The state in a word or two, for lists; empty in an uncontrolled
 * collection. */
str	html_status_short(const struct card *, enum lang);

#endif
