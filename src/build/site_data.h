/* SPDX-License-Identifier: ISC
 *
 * site_data: files for other programs: feeds, sitemap, catalogue; the page
 * that verifies records, with its data; and the page for addresses that do not
 * exist. Servers show that page below any
 * address, so it needs the site's own, as feeds and sitemap do. A limited
 * build leaves all of them as they are.
 */
#ifndef BUILD_SITE_DATA_H
#define BUILD_SITE_DATA_H

#include "build/list_pages.h"

/* Announces the files to the store of the pages. */
void	site_data_plan(const struct list_pages *);
/* Puts those that were announced. */
void	site_data_put(const struct list_pages *);

#endif
