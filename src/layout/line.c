/* SPDX-License-Identifier: ISC */
#include "layout/line.h"

#include <assert.h>
#include <math.h>

#include "base/arena.h"

/*
 * Line breaking
 * -------------
 * A greedy breaker fills each line and leaves the bad spacing to the next
 * one. This one chooses the breaks of a whole paragraph together. It is the
 * dynamic program of Knuth and Plass: the best way to set the text up to a
 * break depends on the text before the break only through the point at which
 * its last line begins. A point is a break together with the best set of lines
 * that ends there.
 *
 * The items are visited from left to right. At each legal break k, a line is
 * tried from every active point a to k:
 *
 * - The line is too wide, even when its boxes and gaps shrink fully. No line
 *   from a to a later break is narrower, so a leaves the active list. The
 *   exception is a line that is too wide only because of the hyphen at k: a
 *   later break may add nothing to its line, so a stays (fits_without).
 * - The ratio is above the tolerance, or the line would end in one hyphen too
 *   many in a row, or it is the last line and the line above ends in a hyphen
 *   that the pass forbids there. The line is not taken, but a stays: a later
 *   break may fill it more or show no hyphen.
 * - Otherwise the line is offered as a way to reach k.
 *
 * The demerits of a line depend on its neighbour: on the neighbour's fitness
 * (tight beside loose looks bad) and on how many hyphens precede in a row.
 * So the best way to reach k is kept once for each fitness and each number of
 * hyphens, in best[][], and each becomes an active point (take_offers). With
 * 4 fitnesses, and 1 or 2 hyphens at a break that shows one, a break leaves at
 * most 8 points.
 *
 * sums[i] holds the widths of all boxes and gaps before i, so the width,
 * stretch and shrink of a line are differences of two sums, and a line costs
 * the same however long it is. boxes[] gives the first box after a break: gaps
 * and breaks at the beginning of a line vanish. The active points lie within
 * the width of a line, so the time grows with the number of breaks times the
 * number of breaks in a line.
 *
 * In a ragged text (fill > 0) the gaps keep their width. Every line but the
 * last has the stretch `fill` at its end instead and no shrink, so a line that
 * is too wide never fits (except one that the last pass takes although it is
 * too wide), and every fitness is DECENT.
 *
 * The passes (line_passes) differ in what they allow: no hyphens and a ratio
 * up to 1; hyphens; a ratio up to 1.5; a ratio up to 8 and a hyphen above the
 * last line; any ratio and breaks inside a syllable. The first pass that
 * reaches the end gives the result. The last pass cannot fail: it does not
 * count hyphens further than LINE_HYPHENS, and where no point would remain,
 * try_break() takes a line that was lost at k although it is too wide.
 */

const struct line_pass line_passes[LINE_PASSES] = {
	{ 1.0, false, false, false },
	{ 1.0, true, false, false },
	{ 1.5, true, false, false },
	{ 8.0, true, true, false },
	{ HUGE_VAL, true, true, true }
};

/* The greatest ratio. It stands for a line without stretch. */
#define RATIO_MAX	1e3
#define BADNESS_MAX	1e7
/* Widths that differ by less are equal [pt]. */
#define HAIR		1e-6

enum fitness { TIGHT, DECENT, LOOSE, VERY_LOOSE, FITNESSES };

/* Sums over the boxes and gaps before an item [pt]. */
struct sum {
	double	width, stretch, shrink;
};

/* A break that some set of lines ends in. */
struct point {
	const struct point	*last;		/* the break before */
	size_t			 at;		/* item */
	size_t			 next;		/* first item of the next
						 * line */
	enum fitness		 fitness;	/* of the line that ends here */
	int			 hyphens;	/* in a row, with this one */
	double			 ratio;
	double			 width;		/* [pt] */
	double			 demerits;	/* of all lines so far */
	size_t			 lines;
};

/* The paragraph that is being broken. */
struct para {
	const struct line_item	*items;
	size_t			 num;
	const struct line_shape	*shape;
	struct line_pass	 pass;
	bool			 final;		/* the last pass */
	struct arena		*line_arena;
	struct sum		*sums;		/* num + 1 */
	size_t			*boxes;		/* of each item: the first box
						 * from it on */
	const struct point	**active;
	size_t			 num_active;
	struct point		 best[FITNESSES][LINE_HYPHENS + 1];
};

static void
sum_up(struct para *p)
{
	size_t i, box = p->num;
	const struct line_item *it;

	p->sums = arena_room(p->line_arena, struct sum, p->num + 1);
	p->sums[0] = (struct sum){ 0 };
	p->boxes = arena_room(p->line_arena, size_t, p->num + 1);
	for (i = 0; i < p->num; i++) {
		it = &p->items[i];
		p->sums[i + 1] = p->sums[i];
		if (it->kind == LINE_BREAK)
			continue;
		p->sums[i + 1].width += it->width;
		p->sums[i + 1].stretch += it->stretch;
		p->sums[i + 1].shrink += it->shrink;
	}
	p->boxes[p->num] = p->num;
	for (i = p->num; i-- > 0; p->boxes[i] = box)
		if (p->items[i].kind == LINE_BOX)
			box = i;
}

/* The ratio of a line to which spare [pt] must be added (below 0: removed). A
 * line that must shrink and cannot has a ratio below -1. */
static double
ratio_of(double spare, double stretch, double shrink)
{
	double r;

	if (fabs(spare) < HAIR)
		return 0;
	if (spare > 0)
		r = stretch > 0 ? spare / stretch : RATIO_MAX;
	else
		r = shrink > 0 ? spare / shrink : -RATIO_MAX;
	return r > RATIO_MAX ? RATIO_MAX : r;
}

static enum fitness
fitness_of(const struct para *p, double ratio)
{
	if (p->shape->fill > 0)
		return DECENT;
	if (ratio < -0.5)
		return TIGHT;
	if (ratio <= 0.5)
		return DECENT;
	return ratio <= 1 ? LOOSE : VERY_LOOSE;
}

/* What the break adds to its line [pt]. */
static double
break_width(const struct para *p, size_t k)
{
	return k < p->num && p->items[k].kind == LINE_BREAK ?
	    p->items[k].width : 0;
}

/* Returns the ratio of the line from a to the break at k, and its width. */
static double
measure(const struct para *p, const struct point *a, size_t k, double *width)
{
	const struct sum *from = &p->sums[a->next], *to = &p->sums[k];
	double w = to->width - from->width, spare, fill = p->shape->fill;

	w += break_width(p, k);
	*width = w;
	spare = p->shape->width - w;
	if (k == p->num && spare > 0)
		return 0;
	if (fill > 0)
		return ratio_of(spare, fill, 0);
	return ratio_of(spare, to->stretch - from->stretch,
	    to->shrink - from->shrink);
}

static double
badness(double ratio)
{
	double b = 100 * fabs(ratio * ratio * ratio);

	return b < BADNESS_MAX ? b : BADNESS_MAX;
}

static bool
is_hyphen(const struct para *p, size_t k)
{
	return k < p->num && p->items[k].hyphen;
}

static double
demerits(const struct para *p, const struct point *a, const struct point *z)
{
	double d = 10 + badness(z->ratio);

	d *= d;
	if (z->at < p->num)
		d += p->items[z->at].penalty * p->items[z->at].penalty;
	if (z->hyphens > 1)
		d += LINE_IN_ROW;
	if (z->at == p->num && a->hyphens > 0)
		d += LINE_LAST_HYPHEN;
	if (z->at == p->num && z->width < p->shape->minimum)
		d += LINE_SHORT;
	if (a->last != NULL && (z->fitness > a->fitness + 1 ||
	    a->fitness > z->fitness + 1))
		d += LINE_CHANGE;
	return d;
}

/* Keeps z where it is the best point at its break with its fitness and
 * hyphens. */
static void
offer(struct para *p, const struct point *z)
{
	struct point *b = &p->best[z->fitness][z->hyphens];

	if (b->last == NULL || z->demerits < b->demerits)
		*b = *z;
}

/* Whether the line from a to k is too wide only because of what its break
 * adds, so that a later break may still fit. */
static bool
fits_without(const struct para *p, const struct point *a, size_t k,
    double width)
{
	double shrink = p->shape->fill > 0 ? 0 :
	    p->sums[k].shrink - p->sums[a->next].shrink;

	return width - break_width(p, k) - shrink <= p->shape->width + HAIR;
}

/* Tries the line from a to k. only: no other line reaches k, so this one is
 * taken although it is too wide. False: a can reach no later break. */
static bool
try_line(struct para *p, const struct point *a, size_t k, bool only)
{
	struct point z = { .last = a, .at = k, .next = p->boxes[k],
		.lines = a->lines + 1 };

	z.ratio = measure(p, a, k, &z.width);
	z.hyphens = is_hyphen(p, k) ? a->hyphens + 1 : 0;
	if (p->final && z.hyphens > LINE_HYPHENS)
		z.hyphens = LINE_HYPHENS;
	if (z.ratio < -1) {
		if (fits_without(p, a, k, z.width))
			return true;
		if (!only)
			return false;
		z.ratio = -1;
	} else if (z.ratio > p->pass.tolerance || z.hyphens > LINE_HYPHENS || (k
	    == p->num && a->hyphens > 0 && !p->pass.last_hyphen)) {
		return true;
	}
	z.fitness = fitness_of(p, z.ratio);
	z.demerits = a->demerits + demerits(p, a, &z);
	offer(p, &z);
	return z.ratio >= -1;
}

/* Turns the best offers into active points, at which lines may begin. False:
 * there was no offer. */
static bool
take_offers(struct para *p)
{
	size_t f, h;
	bool any = false;
	struct point *z;

	for (f = 0; f < FITNESSES; f++)
		for (h = 0; h <= LINE_HYPHENS; h++)
			if (p->best[f][h].last != NULL) {
				z = arena_new_of(p->line_arena, struct point);
				*z = p->best[f][h];
				p->best[f][h].last = NULL;
				p->active[p->num_active++] = z;
				any = true;
			}
	return any;
}

/* Whether a line may end at k in this pass: at the end, at a gap that follows a
 * box, or at a break that the pass allows. */
static bool
is_legal(const struct para *p, size_t k)
{
	if (k == p->num)
		return true;
	if (p->items[k].kind == LINE_GAP)
		return k > 0 && p->items[k - 1].kind == LINE_BOX;
	return p->items[k].kind == LINE_BREAK && (p->pass.hyphens ||
	    !p->items[k].hyphen) && (p->pass.torn || !p->items[k].torn);
}

static void
try_break(struct para *p, size_t k)
{
	const struct point *lost = NULL, *a;
	size_t i, kept = 0;

	for (i = 0; i < p->num_active; i++) {
		a = p->active[i];
		if (a->next > k || try_line(p, a, k, /*only*/false))
			p->active[kept++] = a;
		else
			lost = a;
	}
	p->num_active = kept;
	if (!take_offers(p) && kept == 0 && p->final && lost != NULL) {
		try_line(p, lost, k, /*only*/true);
		take_offers(p);
	}
}

/* The best point at the end of the paragraph, or NULL. */
static const struct point *
run_pass(struct para *p)
{
	struct point *start = arena_new_of(p->line_arena, struct point);
	const struct point *best = NULL;
	size_t i;

	*start = (struct point){ .next = p->boxes[0], .fitness = DECENT };
	p->active[0] = start;
	p->num_active = 1;
	for (i = p->boxes[0]; i <= p->num && p->num_active > 0; i++)
		if (is_legal(p, i))
			try_break(p, i);
	for (i = 0; i < p->num_active; i++)
		if (p->active[i]->at == p->num && p->active[i]->last != NULL &&
		    (best == NULL || p->active[i]->demerits < best->demerits))
			best = p->active[i];
	return best;
}

static struct broken_lines
collect(struct arena *a, const struct para *p, const struct point *z)
{
	struct broken_lines found = { .num = z->lines, .demerits = z->demerits
	    };
	size_t i;

	found.lines = arena_array(a, struct broken_line, z->lines);
	for (i = z->lines; i-- > 0; z = z->last)
		found.lines[i] = (struct broken_line){ z->last->next, z->at,
		    p->shape->fill > 0 && z->ratio > 0 ? 0 : z->ratio,
		    z->width };
	return found;
}

struct broken_lines
line_break(struct arena *a, struct arena *line_arena,
    const struct line_item *items, size_t num, const struct line_shape *shape)
{
	struct para p = { .items = items, .num = num, .shape = shape,
		.line_arena = line_arena };
	const struct point *z = NULL;
	size_t i;

	assert(num > 0 && items[num - 1].kind == LINE_BOX);
	sum_up(&p);
	/* Every break leaves at most one point for each fitness and number of
	 * hyphens. */
	p.active = arena_room(line_arena, const struct point *,
	    (num + 1) * FITNESSES * (LINE_HYPHENS + 1) + 1);
	for (i = 0; i < LINE_PASSES && z == NULL; i++) {
		p.pass = line_passes[i];
		p.final = i + 1 == LINE_PASSES;
		z = run_pass(&p);
	}
	assert(z != NULL);
	return collect(a, &p, z);
}
