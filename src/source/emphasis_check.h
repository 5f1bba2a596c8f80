/* SPDX-License-Identifier: ISC
 *
 * emphasis_check: signs that Markdown took for marks and that are missing in
 * the text: stars of a product, underscores of a name, backslashes of a path.
 * Part of foreign.
 */
#ifndef SOURCE_EMPHASIS_CHECK_H
#define SOURCE_EMPHASIS_CHECK_H

#include "model/doc.h"

/* Reports emphasis that begins and ends inside a word, and names such as
 * “__init__”. */
void	emphasis_check(struct doc *, const struct _xmlNode *emphasis);
/* Reports paths in a text that have lost a backslash. */
void	emphasis_check_paths(struct doc *, const struct _xmlNode *text);

#endif
