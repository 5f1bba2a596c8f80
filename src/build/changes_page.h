/* SPDX-License-Identifier: ISC
 *
 * changes_page: the pages “Bu sürümde ne değişti”: one for each edition that
 * is compared with another (collection_compared()).
 */
#ifndef BUILD_CHANGES_PAGE_H
#define BUILD_CHANGES_PAGE_H

#include "build/input.h"

struct html_renderer;
struct sink;

/* “frm/…_2.degisiklik.html”; in arena. */
str	changes_page_file(struct arena *, const struct card *);
/* Renders the page of a card with its document, which is compared with the
 * edition before it; what is read and made lives in the document's arena. */
void	changes_page_render(const struct input *, const struct html_renderer *,
	    const struct card *, const struct doc *, struct sink *);

#endif
