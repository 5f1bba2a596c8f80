/* SPDX-License-Identifier: ISC */
#include "layout/float.h"

struct strip *
float_last(struct strip *figure)
{
	const struct strip *next = figure->next;

	while (next != NULL && !frame_begins_sheet(figure, next) &&
	    (figure->waits ? next->waits : next->floats && !next->keep)) {
		figure = figure->next;
		next = figure->next;
	}
	return figure;
}

/* Whether the strip is in the same box and at least as many lists. */
static bool
is_beside(const struct strip *s, const struct strip *figure)
{
	const struct band *b = s->band;

	while (b != NULL && b != figure->band)
		b = b->outer;
	return b == figure->band && (b == NULL || b->last != s) &&
	    s->level >= figure->level;
}

bool
float_may_pass(const struct strip *s, const struct strip *figure)
{
	if (figure->waits ? s->numbered : s->stays || s->floats)
		return false;
	return is_beside(s, figure);
}

/* The outermost box in which the strip stands, but not the figure; or NULL. */
static const struct band *
box_beside(const struct strip *s, const struct strip *figure)
{
	const struct band *b = s->band;

	while (b != NULL && b != figure->band && b->outer != figure->band)
		b = b->outer;
	return b != figure->band ? b : NULL;
}

bool
float_are_one(const struct strip *s, const struct strip *t,
    const struct strip *figure, bool far)
{
	const struct band *b = box_beside(s, figure);

	return (b != NULL && b == box_beside(t, figure)) ||
	    (!far && s->level > figure->level && t->level > figure->level);
}
