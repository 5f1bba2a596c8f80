/* SPDX-License-Identifier: ISC
 *
 * sitemap: the addresses that a search engine should know (sitemaps.org): the
 * pages that lead to documents, and the works that are in force.
 */
#ifndef SITE_SITEMAP_H
#define SITE_SITEMAP_H

#include "html/lists.h"

struct sink;
struct sitemap;

/* The collection has a url. Borrows everything; in the arena. */
struct sitemap	*sitemap_make(struct arena *, const struct collection *,
		    const struct html_lists *);
/* A file of the protocol has 50,000 addresses at most: where there are more,
 * file 0 is the list of the others. */
size_t		 sitemap_num_files(const struct sitemap *);
/* sitemap.xml, sitemap-1.xml … In the arena. */
str		 sitemap_file(struct arena *, size_t i);
void		 sitemap_put(const struct sitemap *, size_t i, struct sink *);

#endif
