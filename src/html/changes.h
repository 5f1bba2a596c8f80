/* SPDX-License-Identifier: ISC
 *
 * html_changes: the page that says what an edition changes, around the text
 * that diff/ makes.
 */
#ifndef HTML_CHANGES_H
#define HTML_CHANGES_H

#include "html/template.h"
#include "model/collection.h"

struct sink;

/* Renders the page with its content, in the language of the document. */
void	html_changes(const struct html_template *, struct arena *,
	    const struct collection *, const struct card *, str content,
	    struct sink *);

#endif
