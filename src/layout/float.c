/* SPDX-License-Identifier: ISC */
#include "layout/float.h"

struct strip *
float_last(struct strip *figure)
{
	while (figure->next != NULL && figure->next->floats &&
	    !figure->next->keep &&
	    !frame_begins_sheet(figure, figure->next))
		figure = figure->next;
	return figure;
}

bool
float_is_beside(const struct strip *s, const struct strip *figure)
{
	const struct band *b = s->band;

	while (b != NULL && b != figure->band)
		b = b->outer;
	return b == figure->band && (b == NULL || b->last != s) &&
	    s->level >= figure->level;
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
