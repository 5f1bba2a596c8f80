/* SPDX-License-Identifier: ISC
 *
 * source_text: turns the bytes of a source into clean text: UTF-8, line ends
 * LF, no byte-order mark, no control characters. The first stage of source/.
 */
#ifndef SOURCE_SOURCE_TEXT_H
#define SOURCE_SOURCE_TEXT_H

#include "model/doc.h"

/* The maximum size of a source [byte]. */
enum { SOURCE_TEXT_LIMIT = 4 << 20 };

/* Sets doc->text from the bytes (in the document's arena). Reports faults;
 * false if the text cannot be read any further. */
bool	source_text_clean(struct doc *, str bytes);
/* Reads the file at doc->path, then the same. */
bool	source_text_read(struct doc *);
/* A part of doc->text with its letters composed, from dialect 2 on; doc->text
 * itself stays as typed, because digests depend on it. */
str	source_text_composed(struct doc *, str);

#endif
