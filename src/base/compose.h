/* SPDX-License-Identifier: ISC
 *
 * compose: letters and their marks as one character each (Unicode's form NFC),
 * so that “ö” from macOS or a PDF equals “ö” from a keyboard. The only file
 * that uses utf8proc (small, and kept up to date with Unicode).
 */
#ifndef BASE_COMPOSE_H
#define BASE_COMPOSE_H

#include "base/str.h"

/* The text in NFC: itself (borrowed) where it has no mark that could be
 * composed, else in arena. It must be UTF-8. */
str	compose(struct arena *, str);
/* The column [byte], from 1, of a text for a column of its composed form. */
size_t	compose_column(str text, size_t col);

#endif
