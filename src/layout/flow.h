/* SPDX-License-Identifier: ISC
 *
 * flow: the sheet that is being filled: the strips on it, the room that is
 * left and the footnotes, which grow upwards from its bottom margin. Only
 * paginate uses it. Lengths are [pt].
 */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include "layout/job.h"
#include "layout/sheet.h"

/* Heights that differ by less are equal [pt]. */
#define FLOW_HAIR	1e-6

struct flow {
	struct layout_job	*job;
	struct sheet_list	 layout;
	struct sheet		*now;
	const struct strip	*last;	/* on the sheet; NULL: none yet */
	double			 y;	/* where the next strip begins */
	double			 bottom;
	double			 ahead;	/* room that footnotes leave for strips
					 * that are put next */
	double			 footnotes_height;	/* on this sheet */
	/* By number - 1 of a footnote: its height with those of the footnotes
	 * that it refers to itself; whether a reference to it was met. */
	double			*heights;
	bool			*is_met;
	/* Number - 1 of the footnotes that were met, in the order in which
	 * they are put. Those from num_put on wait for room. */
	size_t			*order, num_met, num_put;
	const struct strip	*rest;		/* of the last footnote */
	size_t			 footnote;	/* the number of the last
						 * footnote; 0: it began on the
						 * sheet before, or none yet */
};

/* Starts without a sheet. */
struct flow	 flow_start(struct layout_job *);
/* Opens a sheet whose text begins at top, with the footnotes that wait. */
void		 flow_open(struct flow *, double top, bool turned);
/* The same, from the top margin. */
void		 flow_next(struct flow *, bool turned);
/* Puts the strip below what is on the sheet, even where it does not fit, and
 * the footnotes that it refers to, as far as there is room. */
void		 flow_put(struct flow *, const struct strip *);
/* Puts the footnotes that still wait on more sheets. */
void		 flow_rest(struct flow *);
/* Closes the last sheet. */
struct sheet_list flow_end(struct flow *);

/* What is left between the text and the footnotes. */
double		 flow_room(const struct flow *);
/* The height of the text of a sheet. */
double		 flow_height(const struct flow *);
/* The height of what stands above the strip where it follows `last` (NULL: it
 * is first on the sheet), the space before it included. */
double		 flow_above(const struct flow *, const struct strip *last,
		    const struct strip *);
/* The height of the footnotes that the strip would add to the sheet, after
 * others that take so_far. begun: at least the beginning of the last one. */
double		 flow_added(const struct flow *, const struct strip *,
		    double so_far, bool begun);

#endif
