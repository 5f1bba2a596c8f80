/* SPDX-License-Identifier: ISC
 *
 * pdf_line: breaks a paragraph into lines so that all of it looks best
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

enum pdf_line_kind { PDF_LINE_BOX, PDF_LINE_GAP, PDF_LINE_BREAK };

struct pdf_line_item {
	enum pdf_line_kind	kind;
	bool			hyphen;	/* a break that shows one */
	double			width;	/* [pt] a break: what it adds to its
					 * line, without what hangs */
	double			stretch;	/* [pt] gaps */
	double			shrink;		/* [pt] gaps */
	double			penalty;	/* breaks */
	bool			torn;		/* a break inside a syllable:
						 * in the last pass only */
};

struct pdf_line_shape {
	double	width;			/* [pt] */
	double	fill;			/* [pt] stretch at the end of every
					 * line: ragged; 0: justified */
	double	least;			/* [pt] a last line should be wider */
};

struct pdf_line {
	size_t	from, to;		/* items; the break is at to */
	double	ratio;			/* of the gaps; 0 where ragged */
	double	width;			/* [pt] as set, hyphen included */
};

struct pdf_lines {
	struct pdf_line	*lines;		/* in arena */
	size_t		 num;
	double		 demerits;
};

/* At most so many lines in a row end in a hyphen, but in the last pass. */
enum { PDF_LINE_HYPHENS = 2 };

/* Demerits beside those of a line's own ratio. */
#define PDF_LINE_IN_ROW		 6000.	/* a hyphen after a hyphen */
#define PDF_LINE_LAST_HYPHEN	 8000.	/* above the last line */
#define PDF_LINE_CHANGE		 6000.	/* tight beside loose */
#define PDF_LINE_SHORT		20000.	/* a last line under least */

/* One try after the other. */
struct pdf_line_pass {
	double	tolerance;		/* the greatest ratio */
	bool	hyphens;
	bool	last_hyphen;		/* above the last line, too */
	bool	torn;			/* inside a syllable */
};
enum { PDF_LINE_PASSES = 5 };
extern const struct pdf_line_pass pdf_line_passes[PDF_LINE_PASSES];

/* Cannot fail: a box wider than the line stands alone and runs over, so the
 * caller cuts such boxes with breaks first. Nothing in scratch is needed
 * afterwards. */
struct pdf_lines pdf_line_break(struct arena *, struct arena *scratch,
    const struct pdf_line_item *, size_t num, const struct pdf_line_shape *);

#endif
