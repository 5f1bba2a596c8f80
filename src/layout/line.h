/* SPDX-License-Identifier: ISC
 *
 * line: breaks a paragraph into lines so that all of it looks best
 * (Knuth and Plass, “Breaking Paragraphs into Lines”, 1981). Knows widths
 * only: what a box shows is the caller's.
 *
 * A paragraph is boxes with gaps and possible breaks between them. A line
 * ends at a gap, which vanishes, or at a break, which may show a hyphen; the
 * gaps and breaks after that vanish too. The last line is set as it is.
 *
 * How a line looks is its ratio: 0 as wide as wished, 1 all of it stretched
 * by its stretch, -1 shrunk by its shrink, never less. Its demerits are
 * (10 + 100 |ratio|³)² + penalty² and what is named below; the sum over
 * the lines is least among all sets of breaks whose ratios keep the
 * tolerance, and the tolerance is the first that can be kept.
 */
#ifndef LAYOUT_LINE_H
#define LAYOUT_LINE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum line_item_kind { LINE_BOX, LINE_GAP, LINE_BREAK };

struct line_item {
	enum line_item_kind	kind;
	bool			hyphen;	/* a break that shows one */
	double			width;	/* [pt] a break: what it adds to its
					 * line, without what hangs */
	double			stretch;	/* [pt] gaps */
	double			shrink;		/* [pt] gaps */
	double			penalty;	/* breaks */
	bool			torn;		/* a break inside a syllable:
						 * in the last pass only */
};

struct line_shape {
	double	width;			/* [pt] */
	double	fill;			/* [pt] stretch at the end of every
					 * line: ragged; 0: justified */
	double	minimum;		/* [pt] a last line should be wider */
};

struct broken_line {
	size_t	from, to;		/* items; the break is at to */
	double	ratio;			/* of the gaps; 0 where ragged */
	double	width;			/* [pt] as set, hyphen included */
};

struct broken_lines {
	struct broken_line	*lines;		/* in arena */
	size_t			 num;
	double			 demerits;
};

/* At most so many lines in a row end in a hyphen, but in the last pass. */
enum { LINE_HYPHENS = 2 };

/* Demerits beside those of a line's own ratio. */
#define LINE_IN_ROW		 6000.	/* a hyphen after a hyphen */
#define LINE_LAST_HYPHEN	 8000.	/* above the last line */
#define LINE_CHANGE		 6000.	/* tight beside loose */
#define LINE_SHORT		20000.	/* a last line under minimum */

/* One try after the other. */
struct line_pass {
	double	tolerance;		/* the greatest ratio */
	bool	hyphens;
	bool	last_hyphen;		/* above the last line, too */
	bool	torn;			/* inside a syllable */
};
enum { LINE_PASSES = 5 };
extern const struct line_pass line_passes[LINE_PASSES];

/* Cannot fail: a box wider than the line stands alone and runs over, so the
 * caller cuts such boxes with breaks first. Nothing in scratch is needed
 * afterwards. */
struct broken_lines line_break(struct arena *, struct arena *line_arena,
    const struct line_item *, size_t num, const struct line_shape *);

#endif
