/* SPDX-License-Identifier: ISC
 *
 * file_words: the characters of an XML part of a Word file, for the proof: read
 * from the XML itself, not from the tree of element.h.
 */
#ifndef IMPORT_FILE_WORDS_H
#define IMPORT_FILE_WORDS_H

#include "base/sink.h"
#include "import/reading.h"

/* Appends the characters of the part; those of deleted or inserted text as the
 * reading takes them. */
void	file_words_put(struct reading *, str part, struct sink *);

#endif
