/* SPDX-License-Identifier: ISC
 *
 * proof: that the words of the Markdown are those of the Word file. Reads both
 * anew, without the readers and writers of this folder: the file's XML, and the
 * Markdown as a build reads it. A word is a stretch of letters and digits; how
 * often each occurs must be equal, but for the words that were moved and added
 * (import/losses.h).
 */
#ifndef IMPORT_PROOF_H
#define IMPORT_PROOF_H

#include "import/reading.h"

/* Reports words that differ, if they are to be told, and returns whether there
 * are none. The parts of the text and of its notes: those that are there. */
bool	proof_check(struct reading *, const str *parts, size_t num,
	    str markdown, bool tells);

#endif
