/* SPDX-License-Identifier: ISC
 *
 * line_runs: turns a broken line of items into glyph runs at their places. Part
 * of text_lines. Units are [pt].
 */
#ifndef LAYOUT_LINE_RUNS_H
#define LAYOUT_LINE_RUNS_H

#include "layout/frame.h"
#include "layout/line_items.h"

/* Fills in the frame's kind, x, width, scale and runs, which are in the job's
 * arena. */
void	line_runs_set(struct line_items *, const struct broken_line *,
	    struct frame *);
/* Adds the space before a forced break, or after the last line of code. It
 * stands in the margin. */
void	line_runs_hang(struct frame *, const struct atom *);

#endif
