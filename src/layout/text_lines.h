/* SPDX-License-Identifier: ISC
 *
 * text_lines: sets a text as lines of a width [pt]: breaks the items of the
 * text into lines and turns them into glyph runs.
 */
#ifndef LAYOUT_TEXT_LINES_H
#define LAYOUT_TEXT_LINES_H

#include "layout/frame.h"

struct text;

/* Frames with x, width, height and base; y counts on from 0. In the job's
 * block_arena. */
struct text_lines {
	struct frame		*lines;		/* num of them */
	struct footnote_ref	**footnote_refs;	/* of each line */
	size_t			 num;
	double			 height;
};

struct text_lines	text_lines(struct text *, double width);

#endif
