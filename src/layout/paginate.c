/* SPDX-License-Identifier: ISC */
#include "layout/paginate.h"

#include "layout/figure.h"
#include "layout/float.h"
#include "layout/flow.h"
#include "layout/revisions.h"

/*
 * Filling sheets
 * --------------
 * The body is a list of strips, which no break can divide. A strip with
 * `keep` stays with the next one; strips linked this way form a group. This
 * file fills one sheet after the other and never returns to an earlier one.
 *
 * A strip that begins a sheet, because the author says so (`fresh`, unless the
 * sheet is still empty) or because it needs the other orientation than this
 * sheet, opens one; but text passes a table that waits (layout/turn.c), as it
 * passes a figure in 3. Then, for the group at the front of the list, paginate()
 * tries, in this order:
 *
 * 1. The group fits below what is on the sheet: put it there.
 * 2. The group ends in a figure that would fit if it were a little smaller
 *    (at least SMALLEST of its size): shrink the figure and try again.
 * 3. The sheet has text, the group ends in a figure that does not fit, and the
 *    group after the figure fits, together with what stands before the figure
 *    in its own group: let the later group pass the figure, that is, exchange
 *    the two in the list, and try again. Figures that follow one another are
 *    passed together. What passes must belong to the figure's section and to
 *    its boxes and lists (lists matter only in dialect 1), must be no figure
 *    itself, and a box or a list passes as a whole or not at all. Where the
 *    sheet would otherwise end in a hole, headings of later sections pass too,
 *    and parts of lists and groups (passing_part). Nothing passes a figure that
 *    `stays`, and no other strip that `stays` passes a figure. Figures never
 *    pass one another, so they keep their order.
 * 4. The sheet would end in a hole: divide the group after the last loose link
 *    that fits; its last footnote may go on on the next sheet, if none does
 *    already. Where no loose link fits, and the sheet is empty or no sheet can
 *    hold the group, divide it after the last strip that fits (divide,
 *    part_end).
 * 5. The sheet is not empty, or footnotes of an earlier sheet stand on it: open
 *    the next sheet.
 * 6. Put one strip, so that the loop ends.
 *
 * Footnotes compete for the same space (layout/flow.c). strip_fits() adds the
 * height of each footnote that the group would mention for the first time,
 * together with those that the footnote mentions itself.
 *
 * Three things differ at the top of a sheet: the space before a strip is
 * dropped, the padding of the boxes around the strip is added again
 * (frame_above), and the head of a table is repeated (strip->repeat); the head
 * is also repeated below a figure that interrupts a table. The strip “Tablo-1
 * (devam)” is `repeat` of the head. flow_above() counts this for both
 * strip_fits() and flow_put(), so that no group that fits runs into the margin.
 */

/* The part of a sheet's height that may stay empty; more is a hole. A fifth is
 * too much for readers, and a reader measures from the last printed line, so a
 * little less than a fifth. */
#define HOLE	0.19

/* --- Groups */

/* What groups take of the room on the sheet before they are put. */
struct taken {
	const struct strip	*last;
	double			 text, footnotes;	/* [pt] */
	double			 begun;	/* as footnotes, the last one only
					 * begun [pt] */
};

static struct taken
nothing(const struct flow *f)
{
	return (struct taken){ .last = f->last };
}

/* Whether a sheet with so much room left ends in a hole. */
static bool
is_hole(const struct flow *f, double room)
{
	return room > HOLE * flow_height(f);
}

static struct strip *
group_end(struct strip *s)
{
	while (s->keep != KEEP_NOT && s->next != NULL &&
	    !frame_begins_sheet(s, s->next))
		s = s->next;
	return s;
}

/* Takes the room of the strip and its footnotes; false where it does not fit.
 * begun: the last footnote may go on on the next sheet. */
static bool
strip_fits(const struct flow *f, const struct strip *s, bool begun,
    struct taken *t)
{
	double added = flow_added(f, s, t->footnotes, false);

	t->text += flow_above(f, t->last, s) + s->height;
	if (added > 0)
		t->begun = t->footnotes + flow_added(f, s, t->footnotes, true);
	t->footnotes += added;
	t->last = s;
	return t->text + frame_below(s, NULL) + (begun ? t->begun :
	    t->footnotes) <= flow_room(f) + FLOW_HAIR;
}

/* Whether the strips from s up to end fit below what is on the sheet. */
static bool
fits(const struct flow *f, const struct strip *s, const struct strip *end)
{
	struct taken t = nothing(f);

	for (; strip_fits(f, s, false, &t); s = s->next)
		if (s == end)
			return true;
	return false;
}

/* Puts the strips from s up to end, which fit. A footnote that may go on on the
 * next sheet leaves room for the strips that follow. */
static void
put_group(struct flow *f, const struct strip *s, const struct strip *end)
{
	const struct strip *t;

	f->ahead = frame_below(end, NULL);
	for (t = s; t != end; t = t->next)
		f->ahead += t->next->before + t->next->height;
	for (;; s = s->next) {
		flow_put(f, s);
		if (s == end)
			break;
		f->ahead -= s->next->before + s->next->height;
	}
	f->ahead = 0;
}

/* Whether no sheet can hold the group. */
static bool
is_too_high(const struct flow *f, const struct strip *s,
    const struct strip *end)
{
	double h = flow_height(f) - s->height;

	for (; s != end && h >= 0; s = s->next)
		h -= s->next->before + s->next->height;
	return h < 0;
}

/* Whether the group from `first` on may be divided after the strip. A box that
 * begins the group is small and stays whole. */
static bool
is_loose(const struct strip *first, const struct strip *s)
{
	return s->keep == KEEP_LOOSELY &&
	    (s->band == NULL || s->band->first != first);
}

/* The last strip of the group up to which it fits, where it may be divided:
 * after a loose link, or anywhere. NULL: there is none. */
static struct strip *
part_end(const struct flow *f, struct strip *s, const struct strip *end,
    bool anywhere)
{
	struct strip *part = NULL, *first = s;
	struct taken t = nothing(f);
	bool begun = f->rest == NULL;

	for (; strip_fits(f, s, begun, &t); s = s->next) {
		if (anywhere || s == end || is_loose(first, s))
			part = s;
		if (s == end)
			break;
	}
	return part;
}

/* The last strip of the part of the group that is put on this sheet, where the
 * group does not fit; NULL: none is, and the next sheet is opened. */
static struct strip *
divide(const struct flow *f, struct strip *s, const struct strip *end)
{
	struct strip *part = NULL;
	bool empty = f->last == NULL && f->footnotes_height <= 0;

	if (is_hole(f, flow_room(f)))
		part = part_end(f, s, end, false);
	if (part == NULL && (empty || (is_hole(f, flow_room(f)) &&
	    is_too_high(f, s, end))))
		part = part_end(f, s, end, true);
	return part == NULL && empty ? s : part;
}

/* --- Figures that wait */

/* The strip up to which the group from s up to end may pass the figure, where
 * there is room for it; or NULL. far: a part of it may, and out of its own
 * section. */
static struct strip *
passing_part(const struct flow *f, struct strip *s, const struct strip *end,
    const struct strip *figure, bool far, struct taken *t)
{
	struct strip *part = NULL;

	for (;; s = s->next) {
		if (!strip_fits(f, s, false, t) || !float_may_pass(s, figure) ||
		    (s->begins_section && !far) ||
		    frame_begins_sheet(f->last, s))
			return part;
		if (s == end || (far && s->keep == KEEP_LOOSELY &&
		    !float_are_one(s, s->next, figure, far)))
			part = s;
		if (s == end)
			return part;
	}
}

/* The last strip from s on that may pass the figure, where there is room for
 * it; or NULL. A box, or a list, with what introduces it, passes as a whole;
 * far: a list need not. */
static struct strip *
passing_group(const struct flow *f, struct strip *s,
    const struct strip *figure, bool far, struct taken *t)
{
	struct strip *end, *part = NULL;

	for (; s != NULL; s = part->next) {
		if (part != NULL && !float_are_one(part, s, figure, far))
			break;
		end = group_end(s);
		part = passing_part(f, s, end, figure, far, t);
		if (part == NULL)
			return NULL;
	}
	return part;
}

/* Puts what may pass the figure, or figures, before it, where there is room
 * for it. */
static bool
exchange(const struct flow *f, struct strip **link, bool far, struct taken *t)
{
	struct strip *figure = *link, *passing = float_last(figure), *last;

	last = passing_group(f, passing->next, figure, far, t);
	if (last == NULL)
		return false;
	*link = passing->next;
	passing->next = last->next;
	last->next = figure;
	return true;
}

/* Lets what follows the figure, or figures, pass, where it fits together
 * with what stands before the figure in the figure's own group. */
static bool
let_pass(struct flow *f, struct strip **at, const struct strip *end, bool far)
{
	struct strip **link;
	struct taken t = nothing(f);
	double room = flow_room(f);

	if (!end->floats || end->stays)
		return false;
	for (link = at; *link != end; link = &(*link)->next) {
		if (!strip_fits(f, *link, false, &t))
			return false;
		/* A part that does not wait for the figure fills the sheet. */
		if ((*link)->keep == KEEP_LOOSELY)
			room = flow_room(f) - t.text - t.footnotes;
	}
	return (!far || is_hole(f, room)) && exchange(f, link, far, &t);
}

/* Lets upright text pass a table that waits for a landscape sheet. */
static bool
pass_table(struct flow *f, struct strip **at)
{
	struct taken t = nothing(f), u = t;

	if (!(*at)->waits || (*at)->fresh || f->now->turned || f->last == NULL)
		return false;
	return exchange(f, at, /*far*/false, &t) || (is_hole(f, flow_room(f)) &&
	    exchange(f, at, /*far*/true, &u));
}

/* Makes the figure a little smaller, where the group then fits. */
static bool
shrink_figure(struct flow *f, struct strip *s, struct strip *end)
{
	struct taken t = nothing(f);

	if (!end->floats)
		return false;
	for (; s != end; s = s->next)
		if (!strip_fits(f, s, false, &t))
			return false;
	return figure_shrink(end, flow_room(f) - t.text - t.footnotes -
	    frame_below(end, NULL) - flow_above(f, t.last, end));
}

/* --- All of it */

/* Whether the strip cannot stand on the current sheet. One that begins a sheet
 * does so only once, even if footnotes fill the sheet. */
static bool
needs_sheet(const struct flow *f, const struct strip *s)
{
	return s->turned != f->now->turned || (s->fresh && f->last != NULL);
}

/* Changes the group at the front of the list, or the list, so that more fits on
 * the sheet. */
static bool
rearrange(struct flow *f, struct strip **at, struct strip *end)
{
	if (shrink_figure(f, *at, end))
		return true;
	return f->last != NULL && (let_pass(f, at, end, /*far*/false) ||
	    let_pass(f, at, end, /*far*/true));
}

/* The revision table takes only room that is left. */
static void
put_revisions(struct flow *f)
{
	const struct strip *s = revisions_fit(f->job, flow_room(f));

	for (; s != NULL; s = s->next)
		flow_put(f, s);
}

struct sheet_list
paginate(struct layout_job *j, double first_top)
{
	struct flow f = flow_start(j);
	struct strip **at = &j->body.first, *end = NULL, *part;

	flow_open(&f, first_top, *at != NULL && (*at)->turned);
	while (*at != NULL) {
		if (needs_sheet(&f, *at)) {
			if (pass_table(&f, at))
				continue;
			flow_next(&f, (*at)->turned);
		}
		if (end == NULL)
			end = group_end(*at);
		part = end;
		if (!fits(&f, *at, end)) {
			if (rearrange(&f, at, end)) {
				end = NULL;
				continue;
			}
			part = divide(&f, *at, end);
		}
		if (part == NULL) {
			flow_next(&f, f.now->turned);
			continue;
		}
		put_group(&f, *at, part);
		at = &part->next;
		if (part == end)
			end = NULL;
	}
	flow_rest(&f);
	put_revisions(&f);
	return flow_end(&f);
}
