/* SPDX-License-Identifier: ISC
 *
 * encoding: the bytes of a foreign text as UTF-8.
 */
#ifndef LINKS_ENCODING_H
#define LINKS_ENCODING_H

#include "base/sink.h"

/* Appends the text as UTF-8, with U+FFFD for what cannot be read and for NUL.
 * Its encoding is that of a byte-order mark, else of the content type, else of
 * the text's own <meta>; else UTF-8 where it is that, or windows-1254, which
 * old Turkish pages have. False where this machine does not know it. */
bool	encoding_read(str bytes, str type, struct sink *);

#endif
