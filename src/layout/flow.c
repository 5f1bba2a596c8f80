/* SPDX-License-Identifier: ISC */
#include "layout/flow.h"

#include <math.h>
#include <stdint.h>

#include "base/arena.h"

/*
 * Footnotes
 * ---------
 * When a strip is put, its footnotes are queued by number (meet_footnotes) and
 * put at once as far as there is room (put_footnotes). The first one that does
 * not fit, or its remaining strips, waits in f->rest, the others in the queue;
 * opening a sheet continues with f->rest. A footnote with several marks stands
 * on the sheet of the first (is_met), as in LaTeX and Typst: the same text on
 * two sheets would be two notes for who reads the structure aloud.
 *
 * Footnotes grow upwards from the bottom margin. Their strips are stacked
 * from 0 while the sheet fills, and close_sheet() sorts them by number (the one
 * from the sheet before is first, the one that goes on is last) and moves the
 * stack to its place, when the height is final.
 */

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

	if (f->y + f->ahead + f->footnotes_height + head +
	    footnote_group(f, s) > f->bottom + FLOW_HAIR &&
	    !(f->last == NULL && f->footnotes_height <= 0))
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

void
flow_open(struct flow *f, double top, bool turned)
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
	f->last = NULL;
	put_footnotes(f);
}

void
flow_next(struct flow *f, bool turned)
{
	flow_open(f, style_turned(f->job->styles, turned)->top, turned);
}

static double
repeated_height(const struct strip *s)
{
	double h = 0;

	for (; s != NULL; s = s->repeat)
		h += s->height;
	return h;
}

/* Whether the head of its table stands above the strip again. */
static bool
repeats_head(const struct strip *last, const struct strip *s)
{
	return s->repeat != NULL && (last == NULL || last->floats);
}

double
flow_above(const struct flow *f, const struct strip *last,
    const struct strip *s)
{
	double h;

	if (last == NULL)
		h = frame_above(s, NULL);
	else if (last->floats)
		h = fmax(s->before, f->job->styles->by_id[STYLE_CAPTION].after);
	else
		h = s->before;
	return h + (repeats_head(last, s) ? repeated_height(s->repeat) : 0);
}

/* Puts the head of a table, and what stands above it, from y on. Returns
 * where it ends. */
static double
put_repeated(struct flow *f, const struct strip *s, double y)
{
	if (s == NULL)
		return y;
	y = put_repeated(f, s->repeat, y);
	append(f, &f->now->body_tail, s, y, true);
	return y + s->height;
}

void
flow_put(struct flow *f, const struct strip *s)
{
	f->y += flow_above(f, f->last, s);
	if (repeats_head(f->last, s))
		put_repeated(f, s->repeat, f->y - repeated_height(s->repeat));
	append(f, &f->now->body_tail, s, f->y, false);
	f->y += s->height;
	f->last = s;
	meet_footnotes(f, s);
	put_footnotes(f);
}

double
flow_added(const struct flow *f, const struct strip *s, double so_far,
    bool begun)
{
	const struct footnote_ref *ref;
	double h = 0, last;

	for (ref = s->footnote_refs; ref != NULL; ref = ref->next) {
		if (f->is_met[ref->number - 1])
			continue;
		if (f->footnotes_height + so_far + h <= 0)
			h += separator(f);
		last = f->heights[ref->number - 1];
		if (begun && ref->next == NULL)
			last = fmin(last, footnote_group(f,
			    f->job->footnotes[ref->number - 1].first));
		h += last;
	}
	return h;
}

double
flow_room(const struct flow *f)
{
	return f->bottom - f->footnotes_height - f->y;
}

double
flow_height(const struct flow *f)
{
	return f->bottom - style_turned(f->job->styles, f->now->turned)->top;
}

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

struct flow
flow_start(struct layout_job *j)
{
	struct flow f = { .job = j };

	measure_footnotes(&f);
	return f;
}

void
flow_rest(struct flow *f)
{
	while (f->rest != NULL)
		flow_next(f, f->now->turned);
}

struct sheet_list
flow_end(struct flow *f)
{
	close_sheet(f);
	return f->layout;
}
