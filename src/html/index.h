/* SPDX-License-Identifier: ISC
 *
 * html_index: the index page of a folder: its text, the folders and works
 * in it, in Turkish order. For html/ only.
 */
#ifndef HTML_INDEX_H
#define HTML_INDEX_H

#include "html/template.h"
#include "model/collection.h"

void	html_index(const struct html_template *, const struct collection *,
	    const struct folder_card *, const struct doc *, struct sink *);

/* The list of drafts, which stays in the workshop. */
void	html_index_drafts(const struct html_template *, struct arena *,
	    const struct collection *, struct sink *);

#endif
