/* SPDX-License-Identifier: ISC
 *
 * line: breaks a paragraph into lines so that all of it looks best
 * (Knuth and Plass, “Breaking Paragraphs into Lines”, 1981). It uses widths
 * only; the caller keeps what a box shows.
 *
 * A paragraph is boxes with gaps and possible breaks between them. A line
 * ends at a gap, which vanishes, or at a break, which may show a hyphen; the
 * gaps and breaks after that vanish too. The last line is not stretched.
 *
 * The ratio of a line says how it looks: at 0 it is as wide as its items, at
 * 1 its boxes and gaps are stretched by all of their stretch, at -1 shrunk by
 * all of their shrink; it is never less. Its demerits are
 * (10 + 100 |ratio|³)² + penalty² and the LINE_… demerits below. Of all sets of
 * breaks that a pass allows, the chosen one has the minimum sum of demerits
 * over its lines; the pass is the first that allows any.
 */
#ifndef LAYOUT_LINE_H
#define LAYOUT_LINE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum line_item_kind { LINE_BOX, LINE_GAP, LINE_BREAK };

struct line_item {
	enum line_item_kind	kind;
	bool			hyphen;		/* a break that shows one */
	double			width;	/* [pt] of a break: what it adds to its
					 * line, without the part in the
					 * margin */
	double			stretch;	/* [pt] of boxes and gaps */
	double			shrink;		/* [pt] of boxes and gaps */
	double			penalty;	/* of breaks */
	bool			torn;		/* a break inside a syllable or
						 * host name: only in the last
						 * pass */
};

struct line_shape {
	double	width;			/* [pt] */
	double	fill;			/* [pt] stretch at the end of every
					 * ragged line; 0: justified */
	double	minimum;		/* [pt] a last line should be wider */
};

struct broken_line {
	size_t	from, to;		/* items; the break is at to */
	double	ratio;			/* 0 where a ragged line fits */
	double	width;			/* [pt] as set, hyphen included */
};

struct broken_lines {
	struct broken_line	*lines;		/* in arena */
	size_t			 num;
	double			 demerits;
};

/* The maximum number of lines in a row that end in a hyphen, except in the
 * last pass. */
enum { LINE_HYPHENS = 2 };

/* Demerits that are added to those of a line's own ratio. */
#define LINE_IN_ROW		 6000.	/* a hyphen after a hyphen */
#define LINE_LAST_HYPHEN	 8000.	/* above the last line */
#define LINE_CHANGE		 6000.	/* tight beside loose */
#define LINE_SHORT		20000.	/* a last line below minimum */

/* The passes, tried one after the other. */
struct line_pass {
	double	tolerance;		/* the greatest ratio */
	bool	hyphens;
	bool	last_hyphen;		/* above the last line, too */
	bool	torn;			/* inside a syllable */
};
enum { LINE_PASSES = 5 };
extern const struct line_pass line_passes[LINE_PASSES];

/* Returns the lines, in the first arena. num > 0, and the last item is a box.
 * Cannot fail: a line that no break makes narrow enough is returned too wide,
 * so the caller first divides wide boxes with breaks. Nothing in line_arena is
 * needed afterwards. */
struct broken_lines line_break(struct arena *, struct arena *line_arena,
    const struct line_item *, size_t num, const struct line_shape *);

#endif
