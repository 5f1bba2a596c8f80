/* SPDX-License-Identifier: ISC
 *
 * html_page: the page of an edition: what stands around its text. For html/
 * only.
 */
#ifndef HTML_PAGE_H
#define HTML_PAGE_H

#include "html/record_facts.h"
#include "html/template.h"
#include "model/collection.h"

/* Without a record: a notice, which leaves the text out, because its edition
 * was withdrawn. */
void	html_page(const struct html_template *, const struct collection *,
	    const struct card *, const struct doc *,
	    const struct html_record_facts *, struct sink *);

/* What pages and indexes share: language, institution, logo, home and the
 * crumbs of the folders above path (the folder itself too where own). */
void	html_page_frame(struct slot_values *, struct arena *,
	    const struct collection *, enum lang, str path, bool own);

#endif
