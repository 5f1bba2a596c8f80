/* SPDX-License-Identifier: ISC */
#include "layout/paginate.h"

#include <stdint.h>

#include "base/arena.h"
#include "layout/figure.h"
#include "layout/float.h"

/*
 * Filling sheets
 * --------------
 * The body is a list of strips, which no break can divide. A strip with
 * `keep` stays with the next one; strips linked this way form a group. The
 * file fills one sheet after the other and never returns to an earlier one.
 *
 * A strip that begins a sheet, because the author says so or because its sheet
 * is turned, opens one. Then, for the group at the front of the list,
 * paginate() tries, in this order:
 *
 * 1. The group fits below what is on the sheet: put it there.
 * 2. The group ends in a figure that would fit if it were a little smaller
 *    (at least SMALLEST of its size): shrink the figure and try again.
 * 3. The group ends in a figure that does not fit, and the group after the
 *    figure fits, together with what stands before the figure in its own
 *    group: let the later group pass the figure, that is, exchange the two in
 *    the list, and try again. Figures that follow one another are passed
 *    together. What passes must belong to the figure's section and to its
 *    boxes and lists, must be no figure itself, and a box or a list passes as
 *    a whole or not at all (passing_group). Nothing passes a figure that has
 *    `ends_section`. Figures never pass one another, so they keep their order.
 * 4. The sheet is not empty, or footnotes of an earlier sheet stand on it: open
 *    the next sheet.
 * 5. No sheet can hold the group: put as many strips as fit and divide the
 *    group there (put_part). At least one strip is put, so the loop ends.
 *
 * Footnotes compete for the same space. fits() adds the height of each
 * footnote that the group would mention for the first time, together with
 * those that the footnote mentions itself (measure_footnotes). When a strip
 * is put, its footnotes are queued by number (meet_footnotes) and put at once
 * as far as there is room (put_footnotes). A footnote that does not fit stays
 * in the queue, and opening a sheet continues the queue first; its strips
 * may be divided between two sheets, with the rest first on the next sheet
 * (f->rest).
 *
 * Footnotes grow upwards from the bottom margin. Their strips are stacked
 * from 0 while the sheet fills, and close_sheet() sorts them by number and
 * moves the stack to its place, when the height is final.
 *
 * Three things differ at the top of a sheet: the space before a strip is
 * dropped, the padding of the boxes around the strip is added again
 * (frame_above), and the head of a table is repeated (strip->repeat).
 * head_height() counts this and put_strip() puts it. The two must agree, or a
 * group that fits() accepts would run into the margin.
 */

/* Heights that differ by less are equal [pt]. */
#define HAIR	1e-6

struct flow {
	struct layout_job	*job;
	struct sheet_list	 layout;
	struct sheet		*now;
	double			 y;	/* where the next strip begins */
	double			 bottom;
	double			 footnotes_height;	/* on this sheet */
	bool			 empty;		/* nothing on the sheet yet */
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

/* The space above and below the rule that separates footnotes from text. */
static double
separator(const struct flow *f)
{
	return 2 * f->job->styles->by_id[STYLE_FOOTNOTE].padding;
}

/* --- Placing */

static void
append(struct flow *f, struct placed_strip ***tail, const struct strip *s,
    double y, bool repeated)
{
	struct placed_strip *p = arena_new_of(f->job->arena,
	    struct placed_strip);

	*p = (struct placed_strip){ s, y, repeated, f->footnote, NULL };
	**tail = p;
	*tail = &p->next;
}

/* The footnotes that the strip refers to wait from now on, in their order. */
static void
meet_footnotes(struct flow *f, const struct strip *s)
{
	const struct footnote_ref *ref;
	size_t i;

	for (ref = s->footnote_refs; ref != NULL; ref = ref->next) {
		if (f->is_met[ref->number - 1])
			continue;
		f->is_met[ref->number - 1] = true;
		for (i = f->num_met++; i > f->num_put &&
		    f->order[i - 1] > ref->number - 1; i--)
			f->order[i] = f->order[i - 1];
		f->order[i] = ref->number - 1;
	}
}

/* The height of the strips of a footnote that stay together from the strip
 * on; only some of them where a sheet could not hold all. */
static double
footnote_group(const struct flow *f, const struct strip *s)
{
	double h = s->height, max = (f->bottom - f->job->styles->top) / 2;

	for (; s->keep && s->next != NULL && h < max; s = s->next)
		h += s->next->before + s->next->height;
	return h + frame_below(s, NULL);
}

/* Stacks the strip below the footnotes of the sheet. False where it does not
 * fit. On a sheet without text and footnotes every strip fits, so that the
 * loops end. */
static bool
put_footnote_strip(struct flow *f, const struct strip *s)
{
	double head = f->footnotes_height > 0 ? s->before :
	    separator(f) + frame_above(s, NULL);

	if (f->y + f->footnotes_height + head + footnote_group(f, s) >
	    f->bottom + HAIR &&
	    !(f->empty && f->footnotes_height <= 0))
		return false;
	f->footnotes_height += head;
	append(f, &f->now->footnotes_tail, s, f->footnotes_height, false);
	f->footnotes_height += s->height;
	meet_footnotes(f, s);
	return true;
}

/* Puts the footnotes that wait, as far as there is room. */
static void
put_footnotes(struct flow *f)
{
	for (;;) {
		while (f->rest != NULL && put_footnote_strip(f, f->rest))
			f->rest = f->rest->next;
		if (f->rest != NULL || f->num_put == f->num_met)
			return;
		f->rest = f->job->footnotes[f->order[f->num_put]].first;
		f->footnote = f->order[f->num_put++] + 1;
	}
}

/* Sorts the footnotes of the sheet by number: one that refers to another may
 * have been put before those between the two were met. The one that goes on
 * from the sheet before is first, the one that goes on to the next is last. */
static void
sort_footnotes(struct flow *f)
{
	struct placed_strip *p = f->now->footnotes, *next, *sorted = NULL, **at;

	for (; p != NULL; p = next) {
		next = p->next;
		if (f->rest != NULL && p->footnote == f->footnote)
			p->footnote = SIZE_MAX;
		for (at = &sorted; *at != NULL &&
		    (*at)->footnote <= p->footnote;)
			at = &(*at)->next;
		p->next = *at;
		*at = p;
	}
	f->now->footnotes = sorted;
}

/* The height of the footnotes is final now: moves them to the bottom margin.
 * A footnote that goes on gets the number 0, so that it is first on the next
 * sheet. */
static void
close_sheet(struct flow *f)
{
	struct placed_strip *p;
	double y;

	if (f->now == NULL || f->footnotes_height <= 0)
		return;
	sort_footnotes(f);
	f->now->footnotes_top = y = f->bottom - f->footnotes_height;
	for (p = f->now->footnotes; p != NULL; p = p->next) {
		y += p == f->now->footnotes ? separator(f) +
		    frame_above(p->strip, NULL) : p->strip->before;
		p->y = y;
		y += p->strip->height;
	}
	if (f->footnote > 0 &&
	    f->rest != f->job->footnotes[f->footnote - 1].first)
		f->footnote = 0;
}

static void
open_sheet(struct flow *f, double top, bool turned)
{
	const struct styles *styles = style_turned(f->job->styles, turned);
	struct sheet *sheet = arena_new_of(f->job->arena, struct sheet);

	close_sheet(f);
	sheet->body_tail = &sheet->body;
	sheet->footnotes_tail = &sheet->footnotes;
	if (f->now != NULL)
		f->now->next = sheet;
	else
		f->layout.first = sheet;
	sheet->turned = turned;
	f->bottom = styles->height - styles->bottom;
	f->now = sheet;
	f->layout.num++;
	f->y = top;
	f->footnotes_height = 0;
	f->empty = true;
	put_footnotes(f);
}

static void
put_strip(struct flow *f, const struct strip *s)
{
	if (f->empty)
		f->y += frame_above(s, NULL);
	if (f->empty && s->repeat != NULL) {
		append(f, &f->now->body_tail, s->repeat, f->y, true);
		f->y += s->repeat->height;
	} else if (!f->empty) {
		f->y += s->before;
	}
	append(f, &f->now->body_tail, s, f->y, false);
	f->y += s->height;
	f->empty = false;
	meet_footnotes(f, s);
	put_footnotes(f);
}

/* --- Groups */

static struct strip *
group_end(struct strip *s)
{
	while (s->keep && s->next != NULL && !frame_begins_sheet(s, s->next))
		s = s->next;
	return s;
}

/* The height of the footnotes that the strip would add to the sheet. */
static double
added_height(const struct flow *f, const struct strip *s, double so_far)
{
	const struct footnote_ref *ref;
	double h = 0;

	for (ref = s->footnote_refs; ref != NULL; ref = ref->next) {
		if (f->is_met[ref->number - 1])
			continue;
		if (f->footnotes_height + so_far + h <= 0)
			h += separator(f);
		h += f->heights[ref->number - 1];
	}
	return h;
}

/* The height of what stands above the strip where it is first on a sheet. */
static double
head_height(const struct strip *s)
{
	return frame_above(s, NULL) +
	    (s->repeat != NULL ? s->repeat->height : 0);
}

/* Whether the strips from s up to end fit below what is on the sheet, after
 * others that take *used [pt]. Adds their height to *used. */
static bool
fits(const struct flow *f, const struct strip *s,
    const struct strip *end, double *used)
{
	double footnotes = 0, below;
	bool first = f->empty && *used <= 0;

	for (;; s = s->next, first = false) {
		*used += first ? head_height(s) : s->before;
		*used += s->height;
		footnotes += added_height(f, s, footnotes);
		below = s == end ? frame_below(s, NULL) : 0;
		if (f->y + *used + below + f->footnotes_height + footnotes >
		    f->bottom + HAIR)
			return false;
		if (s == end)
			break;
	}
	*used += footnotes;
	return true;
}

static void
put_group(struct flow *f, struct strip *s, const struct strip *end)
{
	for (;; s = s->next) {
		put_strip(f, s);
		if (s == end)
			return;
	}
}

/* Puts as much as fits of a group that no sheet can hold, at least one strip.
 * Returns the last strip that was put. */
static struct strip *
put_part(struct flow *f, struct strip *s, const struct strip *end)
{
	double used;

	for (;; s = s->next) {
		put_strip(f, s);
		used = 0;
		if (s == end || !fits(f, s->next, s->next, &used))
			return s;
	}
}

/* --- Figures that wait */

/* The end of the group from s on that may pass the figure, where there is
 * room for it after *used [pt]; or NULL. A box or a list, with what introduces
 * it, passes as a whole. */
static struct strip *
passing_group(const struct flow *f, struct strip *s,
    const struct strip *figure, double *used)
{
	struct strip *end = NULL;

	for (; s != NULL; s = end->next) {
		if (end != NULL && !float_are_one(end, s, figure))
			break;
		end = group_end(s);
		if (!fits(f, s, end, used))
			return NULL;
		for (;; s = s->next) {
			if (s->ends_section || s->floats ||
			    frame_begins_sheet(figure, s) ||
			    !float_is_beside(s, figure))
				return NULL;
			if (s == end)
				break;
		}
	}
	return end;
}

/* Lets the group after the figure, or figures, pass, where it fits together
 * with what stands before the figure in the figure's own group. */
static bool
let_pass(struct flow *f, struct strip **at, const struct strip *end)
{
	struct strip **link, *figure, *last, *before;
	double used = 0;

	if (!end->floats || end->ends_section)
		return false;
	for (link = at; *link != end; link = &(*link)->next)
		if (!fits(f, *link, *link, &used))
			return false;
	figure = *link;
	before = float_last(figure);
	last = passing_group(f, before->next, figure, &used);
	if (last == NULL)
		return false;
	*link = before->next;
	before->next = last->next;
	last->next = figure;
	return true;
}

/* Makes the figure a little smaller, where the group then fits. */
static bool
shrink_figure(struct flow *f, struct strip *s, struct strip *end)
{
	double used = 0, room;

	if (!end->floats)
		return false;
	for (; s != end; s = s->next)
		if (!fits(f, s, s, &used))
			return false;
	room = f->bottom - f->footnotes_height - f->y - used -
	    frame_below(end, NULL) -
	    (f->empty && used <= 0 ? head_height(end) : end->before);
	return figure_shrink(end, room);
}

/* --- All of it */

/* Backwards: a footnote that is referred to only in another footnote has the
 * greater number, so its height is already known. */
static void
measure_footnotes(struct flow *f)
{
	struct layout_job *j = f->job;
	const struct strip *s;
	const struct footnote_ref *ref;
	size_t i;

	f->heights = arena_array(j->arena, double, j->num_footnotes + 1);
	f->is_met = arena_array(j->arena, bool, j->num_footnotes + 1);
	f->order = arena_array(j->arena, size_t, j->num_footnotes + 1);
	for (i = j->num_footnotes; i-- > 0;)
		for (s = j->footnotes[i].first; s != NULL; s = s->next) {
			f->heights[i] += s->before + s->height;
			for (ref = s->footnote_refs; ref != NULL;
			    ref = ref->next)
				f->heights[i] += f->heights[ref->number - 1];
		}
}

/* Whether the strip cannot stand on the current sheet. One that begins a sheet
 * does so only once, even if footnotes fill the sheet. */
static bool
needs_sheet(const struct flow *f, const struct strip *s)
{
	return s->turned != f->now->turned || (s->fresh && !f->empty);
}

struct sheet_list
paginate(struct layout_job *j, double first_top)
{
	struct flow f = { .job = j };
	struct strip **at = &j->body.first, *end = NULL, *last;
	double used;

	measure_footnotes(&f);
	open_sheet(&f, first_top, *at != NULL && (*at)->turned);
	while (*at != NULL) {
		if (needs_sheet(&f, *at))
			open_sheet(&f, j->styles->top, (*at)->turned);
		if (end == NULL)
			end = group_end(*at);
		used = 0;
		if (fits(&f, *at, end, &used)) {
			put_group(&f, *at, end);
			at = &end->next;
			end = NULL;
		} else if (shrink_figure(&f, *at, end) ||
		    (!f.empty && let_pass(&f, at, end))) {
			end = NULL;
		} else if (!f.empty || f.footnotes_height > 0) {
			open_sheet(&f, j->styles->top, f.now->turned);
		} else {
			last = put_part(&f, *at, end);
			at = &last->next;
			end = last != end ? end : NULL;
		}
	}
	while (f.rest != NULL)
		open_sheet(&f, j->styles->top, f.now->turned);
	close_sheet(&f);
	return f.layout;
}
