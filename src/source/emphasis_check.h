/* SPDX-License-Identifier: ISC
 *
 * emphasis_check: signs that Markdown took for marks and that are missing in
 * the text: stars of a product, underscores of a name. Part of foreign.
 */
#ifndef SOURCE_EMPHASIS_CHECK_H
#define SOURCE_EMPHASIS_CHECK_H

#include "model/doc.h"

/* Reports emphasis that begins and ends inside a word, and names such as
 * “__init__”, and blanks to fill in that made text bold. */
void	emphasis_check(struct doc *, const struct _xmlNode *emphasis);

#endif
