/* SPDX-License-Identifier: ISC
 *
 * conflict: the marks that git writes into a file that it cannot merge:
 *
 *   <<<<<<< ours   ||||||| base   =======   >>>>>>> theirs
 *
 * The part for the base exists only in git's styles diff3 and zdiff3.
 */
#ifndef BASE_CONFLICT_H
#define BASE_CONFLICT_H

#include "base/str.h"

enum conflict_mark {
	CONFLICT_NONE, CONFLICT_OURS, CONFLICT_BASE, CONFLICT_MIDDLE,
	CONFLICT_THEIRS
};

/* Returns which mark the line is; CONFLICT_NONE for any other line. The line
 * may end in CR. A mark begins the line and has exactly seven characters. */
enum conflict_mark conflict_mark(str line);
/* Returns the number of the first line of a conflict, from 1: the mark of its
 * beginning or, where that was deleted, “=======” with “>>>>>>> …” after it.
 * Returns 0 where the text has none. “=======” alone is no conflict. */
unsigned	conflict_line(str text);
/* Returns the text as one side has it, in arena: without the marks and the
 * other side's lines. A text without marks is both sides. */
str		conflict_side(struct arena *, str text, bool theirs);

#endif
