/* SPDX-License-Identifier: ISC
 *
 * first_page: which of the new pages a reader wants to look at first.
 */
#ifndef BUILD_FIRST_PAGE_H
#define BUILD_FIRST_PAGE_H

#include "base/str.h"

/* Whether the page at the path comes before the other: that of a document,
 * then the front page, then the other indexes. */
bool	first_page_is_before(str path, str other);

#endif
