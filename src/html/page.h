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

struct sink;

/* Renders the page of an edition. Where the record facts are NULL, the edition
 * was withdrawn: renders a notice without the text. Strings are made in the
 * document's arena. */
void	html_page(const struct html_template *, const struct collection *,
	    const struct html_lists *, const struct card *,
	    const struct doc *, const struct html_record_facts *,
	    struct sink *);

/* Fills the slots that pages and indexes share: language, institution, logo,
 * home, and the crumbs: the folders above path, with self also path.
 * Where v->root is set, their URLs begin with it. */
void	html_page_shared(struct slot_values *, struct arena *,
	    const struct collection *, enum lang, str path, bool self);

#endif
