/* SPDX-License-Identifier: ISC
 *
 * html_index: renders the index page of a folder: its text, and the lists of
 * its folders and works in Turkish order. For html/ only.
 */
#ifndef HTML_INDEX_H
#define HTML_INDEX_H

#include "html/template.h"
#include "model/collection.h"

struct sink;

/* Renders the index page of the folder; doc is its index.md. Strings are made
 * in the document's arena. */
void	html_index(const struct html_template *, const struct collection *,
	    const struct folder_card *, const struct doc *, struct sink *);

/* Renders the list of drafts, which is never published. */
void	html_index_drafts(const struct html_template *, struct arena *,
	    const struct collection *, struct sink *);

#endif
