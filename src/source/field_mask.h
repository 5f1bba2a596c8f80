/* SPDX-License-Identifier: ISC
 *
 * field_mask: CommonMark reads emphasis where two blanks are typed without
 * spaces, “[____]* … [____]”. Before it reads the text, the underscores are
 * replaced with bytes that mean nothing to it, of the same length; after it
 * they are put back. For parse and inline.
 */
#ifndef SOURCE_FIELD_MASK_H
#define SOURCE_FIELD_MASK_H

#include "source/paragraph.h"

/* Masks blanks in the paragraphs, outside of code; false if there is none. */
bool	field_mask_put(struct extract *, struct doc *,
	    const struct paragraph *, size_t num);
/* The text with its underscores; s itself where none was masked. In arena. */
str	field_mask_off(struct arena *, str s);

#endif
