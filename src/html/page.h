/* SPDX-License-Identifier: ISC
 *
 * html_page: renders the page of an edition: its text and what surrounds it.
 * For html/ only.
 */
#ifndef HTML_PAGE_H
#define HTML_PAGE_H

#include "html/lists.h"
#include "html/record_facts.h"
#include "html/template.h"

struct html_scope;
struct sink;

/* What the page of an edition shows. */
struct html_page {
	const struct collection	*collection;
	const struct html_lists	*lists;
	const struct card	*card;
	const struct doc	*doc;
	/* NULL: the edition was withdrawn; a notice without the text. */
	const struct html_record_facts *record;
	const struct html_scope	*scope;	/* of a block to paste, or NULL */
};

/* Renders the page of an edition. Strings are made in the document's arena. */
void	html_page(const struct html_template *, const struct html_page *,
	    struct sink *);
/* Fills the slots of the page of an edition. Where v->root is set, the URLs
 * from the root begin with it. */
void	html_page_values(struct slot_values *, const struct html_page *);

/* “2 sayfa, 87 KB”; the size is rounded up. In arena. */
str	html_page_record_note(struct arena *, enum lang,
	    const struct html_record_facts *);

/* Fills the slots that pages and indexes share: language, institution, logo,
 * home, and the crumbs: the folders above path, with self also path.
 * Where v->root is set, their URLs begin with it. */
void	html_page_shared(struct slot_values *, struct arena *,
	    const struct collection *, enum lang, str path, bool self);

#endif
