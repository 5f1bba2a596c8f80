/* SPDX-License-Identifier: ISC
 *
 * text: the bytes of a source, made into clean text: UTF-8, line ends LF, no
 * byte-order mark, no control characters. First stage of source/.
 */
#ifndef SOURCE_TEXT_H
#define SOURCE_TEXT_H

#include "model/doc.h"

/* The most bytes that a source may have. */
enum { SOURCE_TEXT_LIMIT = 4 << 20 };

/* Sets doc->text from the bytes (in the document's arena). A fault is told;
 * false means that the text cannot be read any further. */
bool	source_text_clean(struct doc *, str bytes);
/* Reads the file at doc->path and cleans it. */
bool	source_text_read(struct doc *);

#endif
