/* SPDX-License-Identifier: ISC
 *
 * embed: a picture as the address of its own bytes (RFC 2397).
 */
#ifndef DIFF_EMBED_H
#define DIFF_EMBED_H

#include "base/str.h"

/* Returns “data:image/png;base64,…” of a PNG or JPEG file; empty where it
 * cannot be read. In arena. */
str	embed_picture(struct arena *, const char *path);

#endif
