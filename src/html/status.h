/* SPDX-License-Identifier: ISC
 *
 * html_status: what a page says of its edition's state: the boxes above the
 * text, the revision table, the relations to its other editions. Nothing in
 * an uncontrolled collection. For html/ only.
 */
#ifndef HTML_STATUS_H
#define HTML_STATUS_H

#include "html/template.h"
#include "model/collection.h"

void	html_status(struct slot_values *, struct arena *,
	    const struct collection *, const struct card *);
/* The state in a word or two, for lists; empty where uncontrolled. */
str	html_status_short(const struct card *, enum lang);

#endif
