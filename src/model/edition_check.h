/* SPDX-License-Identifier: ISC
 *
 * edition_check: what the paths of editions say when all of them are known.
 * For source/content_tree. root is the content folder, as messages show it.
 */
#ifndef MODEL_EDITION_CHECK_H
#define MODEL_EDITION_CHECK_H

#include "base/strings.h"
#include "model/ident.h"

/* Reports a gap between the revisions of two editions of a work, a repeated
 * revision and a date that is before that of the previous one. */
void	edition_check_step(struct arena *, struct diags *, str root,
	    const struct ident *previous, const struct ident *next);
/* Reports paths of the edition, and of the files in its folder, that a computer
 * with Windows refuses. */
void	edition_check_paths(struct arena *, struct diags *, str root,
	    const struct ident *, const struct strings *files);

#endif
