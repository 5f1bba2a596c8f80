/* SPDX-License-Identifier: ISC
 *
 * change_page: changes as one HTML file that can be sent to anybody.
 */
#ifndef DIFF_CHANGE_PAGE_H
#define DIFF_CHANGE_PAGE_H

#include "diff/change_html.h"

/* Writes a whole page that needs no other file; names of the two texts. */
void	change_page_put(const struct change_html *, const struct changes *,
	    str title, str old, str new, struct sink *);

#endif
