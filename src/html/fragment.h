/* SPDX-License-Identifier: ISC
 *
 * html_fragment: the page of an edition as a block to paste into a page of a
 * content management system: without head, script and form elements; its style
 * sheet stands in it and applies to nothing else. All addresses are absolute.
 * For html/ only.
 */
#ifndef HTML_FRAGMENT_H
#define HTML_FRAGMENT_H

#include "html/page.h"

/* Renders the block of what the page shows; the collection has an address. A
 * copy does not learn of later events: the block leads to the work's page, and
 * does not say that its edition is in force. */
void	html_fragment(const struct html_template *, const struct html_page *,
	    struct sink *);

#endif
