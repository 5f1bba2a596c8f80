/* SPDX-License-Identifier: ISC
 *
 * control_check: control characters in the tree. The source has none: its
 * author wrote them as entities (“&#1;”), or the source has “�”, which another
 * program put in the place of what it could not read. For body.
 */
#ifndef SOURCE_CONTROL_CHECK_H
#define SOURCE_CONTROL_CHECK_H

#include "model/doc.h"

/* Reports the first one of each text, address, title, alternative text. */
void	control_check(struct doc *);

#endif
