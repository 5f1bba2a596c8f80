/* SPDX-License-Identifier: ISC
 *
 * html_relative_url: relative addresses from one page to another, so that a site
 * works from any folder and from file://. For html/ only.
 */
#ifndef HTML_RELATIVE_URL_H
#define HTML_RELATIVE_URL_H

#include "model/doc.h"

/* “../../../”: from a page in the folder to the root. */
str	html_relative_url_to_root(struct arena *, str folder);
/* The address that a link of the document leads to. */
str	html_relative_url_of_link(const struct doc *, const struct item *);

#endif
