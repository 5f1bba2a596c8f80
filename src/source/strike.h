/* SPDX-License-Identifier: ISC
 *
 * strike: “~~struck~~” in the texts of the tree. The two marks are exactly two
 * tildes and lie in texts of one parent. Part of inline.
 */
#ifndef SOURCE_STRIKE_H
#define SOURCE_STRIKE_H

#include "model/doc.h"

/* Makes KIND_STRUCK of what lies between such marks below the block. Reports
 * marks without a counterpart, which stay, and what only GitHub would strike
 * through. */
void	strike_put(struct doc *, struct _xmlNode *block);

#endif
