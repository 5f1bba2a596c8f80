/* SPDX-License-Identifier: ISC
 *
 * edition_check: what the paths of editions say when all of them are known.
 * For content_tree.
 */
#ifndef SOURCE_EDITION_CHECK_H
#define SOURCE_EDITION_CHECK_H

#include "source/content_tree.h"

/* Reports a gap between the revisions of e[0] and e[1], editions of one work,
 * a repeated revision and a date that is before that of the previous one. */
void	edition_check_step(const struct content_tree *, struct arena *,
	    struct diags *, const struct edition *e);
/* Reports paths of the edition, and of the files in its folder, that a computer
 * with Windows refuses. */
void	edition_check_paths(const struct content_tree *, struct arena *,
	    struct diags *, const struct edition *);

#endif
