/* SPDX-License-Identifier: ISC
 *
 * attachment: the Markdown that a record contains: it gives a released text
 * back without git and without a network.
 */
#ifndef REGISTER_ATTACHMENT_H
#define REGISTER_ATTACHMENT_H

#include "base/str.h"

struct arena;

/* Reads the first file embedded in a PDF that matbu made, in arena. Returns
 * false where there is none, where it is broken or above 8 MiB. The PDF may
 * be any bytes. */
bool	attachment_read(struct arena *, str pdf, str *bytes);

#endif
