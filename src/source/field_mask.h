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
/* Takes the masks off the extract, once CommonMark has read it: what looks at
 * its lines from then on, and the messages, know what the author typed. */
void	field_mask_end(struct extract *, struct arena *);
/* The text with its underscores; s itself where none was masked. In arena. */
str	field_mask_off(struct arena *, str s);

#endif
