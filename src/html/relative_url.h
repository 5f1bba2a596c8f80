/* SPDX-License-Identifier: ISC
 *
 * html_relative_url: relative URLs from one page to another, so that a site
 * works in any folder and with file://. For html/ only.
 */
#ifndef HTML_RELATIVE_URL_H
#define HTML_RELATIVE_URL_H

#include "model/doc.h"

/* The URL from a page in the folder to the root: “../../../”. In the arena. */
str	html_relative_url_to_root(struct arena *, str folder);
/* The address of a link of the document: relative if its target is in the
 * collection. In the document's arena, or borrowed from the item. */
str	html_relative_url_of_link(const struct doc *, const struct item *);

#endif
