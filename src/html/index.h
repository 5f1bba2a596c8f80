/* SPDX-License-Identifier: ISC
 *
 * html_index: renders the pages that lead to documents: a folder's with its
 * text, a unit's, those of a long list's parts. For html/ only.
 */
#ifndef HTML_INDEX_H
#define HTML_INDEX_H

#include "html/lists.h"
#include "html/template.h"

struct sink;

/* Renders the page of a folder, by its number; doc is its index.md. Strings
 * are made in the document's arena. */
void	html_index(const struct html_template *, const struct collection *,
	    const struct html_lists *, size_t folder, const struct doc *,
	    struct sink *);
/* Renders the page of a unit: its documents of all classes. */
void	html_index_unit(const struct html_template *, struct arena *,
	    const struct collection *, const struct html_list *,
	    struct sink *);
/* Renders one part of a list that is too long for one page. */
void	html_index_part(const struct html_template *, struct arena *,
	    const struct collection *, const struct html_list *,
	    const struct html_part *, struct sink *);
/* Renders all changes of the last days. */
void	html_index_changes(const struct html_template *, struct arena *,
	    const struct collection *, const struct html_lists *,
	    struct sink *);
/* Renders the page of the search, of its own template. */
void	html_index_search(const struct html_template *, struct arena *,
	    const struct collection *, struct sink *);
/* Renders the page that verifies records, of its own template; digits is that
 * of site/digests.h. */
void	html_index_verify(const struct html_template *, struct arena *,
	    const struct collection *, unsigned digits, struct sink *);
/* Renders the page that a server shows for addresses that do not exist. The
 * collection has a url. */
void	html_index_missing(const struct html_template *, struct arena *,
	    const struct collection *, struct sink *);
/* Renders the list of drafts, which is never published. */
void	html_index_drafts(const struct html_template *, struct arena *,
	    const struct collection *, struct sink *);

#endif
