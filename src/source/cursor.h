/* SPDX-License-Identifier: ISC
 *
 * cursor: a position in a text and in the source from which CommonMark read
 * it. The two differ where the source has backslashes, entities and comments.
 * For prose and for what looks at texts of the tree.
 */
#ifndef SOURCE_CURSOR_H
#define SOURCE_CURSOR_H

#include "model/doc.h"

/* Only moves forward. Begin with text and source set, all else zero. */
struct cursor {
	str	text;
	str	source;			/* from the text's first byte to the
					 * end of its line; or empty */
	size_t	offset;			/* in text */
	size_t	source_offset;
};

/* At the start of a KIND_TEXT. */
struct cursor	cursor_of(const struct _xmlNode *text);
/* Moves to the text's byte i. False if the author wrote it as an escape or an
 * entity, so that it is no delimiter. */
bool		cursor_to(struct cursor *, size_t i);
/* The position of the cursor, where the text begins at start. */
struct pos	cursor_pos(const struct cursor *, struct pos start);
/* The source from the cursor on. */
str		cursor_rest(const struct cursor *);

#endif
