/* SPDX-License-Identifier: ISC
 *
 * attachment: the Markdown that a record carries inside itself: a released
 * text comes back from it without git and without a network.
 */
#ifndef REGISTER_ATTACHMENT_H
#define REGISTER_ATTACHMENT_H

#include "base/str.h"

struct arena;

/* The first file embedded in a PDF of matbu's own making; false where there
 * is none, or where it is broken. In arena. */
bool	attachment_read(struct arena *, str pdf, str *bytes);

#endif
