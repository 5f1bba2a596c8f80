/* SPDX-License-Identifier: ISC
 *
 * field_read: the fields in the texts of a paragraph or cell. Part of inline.
 */
#ifndef SOURCE_FIELD_READ_H
#define SOURCE_FIELD_READ_H

#include "model/doc.h"

/* Puts nodes in place of what the texts below the block (a paragraph, a cell,
 * a heading …) show as fields, and of links whose text is one. A line that has
 * a box or button, or ends in a blank, ends there. Reports faulty fields, and
 * those that stand where none can be. */
void	field_read(struct doc *, struct _xmlNode *block);

#endif
