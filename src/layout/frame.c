/* SPDX-License-Identifier: ISC */
#include "layout/frame.h"

#include "base/arena.h"

bool
frame_begins_sheet(const struct strip *last, const struct strip *s)
{
	return s->fresh || s->turned != last->turned;
}

struct strip *
frame_strip(struct arena *a, struct strips *to)
{
	struct strip *s = arena_new_of(a, struct strip);

	s->tail = &s->frames;
	s->fresh = to->fresh;
	s->turned = to->turned;
	if (to->last != NULL) {
		to->last->next = s;
		if (frame_begins_sheet(to->last, s))
			to->last->keep = KEEP_NOT;
	} else {
		to->first = s;
	}
	to->fresh = false;
	to->last = s;
	to->num++;
	return s;
}

void
frame_keep_loosely(struct strip *s)
{
	if (s->keep == KEEP_NOT)
		s->keep = KEEP_LOOSELY;
}

double
frame_above(const struct strip *s, const struct band *outer)
{
	const struct band *b;
	double h = 0;

	for (b = s->band; b != NULL; b = b == outer ? NULL : b->outer)
		h += b->first != s ? b->padding : 0;
	return h;
}

double
frame_below(const struct strip *s, const struct band *outer)
{
	const struct band *b;
	double h = 0;

	for (b = s->band; b != NULL; b = b == outer ? NULL : b->outer)
		h += b->last != s ? b->padding : 0;
	return h;
}

struct frame *
frame_add(struct arena *a, struct strip *s, enum frame_kind kind)
{
	struct frame *f = arena_new_of(a, struct frame);

	f->kind = kind;
	*s->tail = f;
	s->tail = &f->next;
	return f;
}

void
frame_copy(struct arena *a, struct strip *s,
    const struct frame *frame, double x, double y)
{
	struct frame *f = frame_add(a, s, frame->kind);

	*f = *frame;
	f->next = NULL;
	f->x += x;
	f->y = y;
}

void
frame_sign(struct arena *a, struct strip *s, enum frame_sign sign, double x,
    double y, double size, unsigned colour)
{
	struct frame *f = frame_add(a, s, FRAME_SIGN);

	f->x = x;
	f->y = y;
	f->width = f->height = size;
	f->sign = sign;
	f->colour = colour;
}

void
frame_bookmark(struct arena *a, struct strip *s, str id, int level, str title)
{
	struct bookmark **to = &s->bookmarks;

	while (*to != NULL)
		to = &(*to)->next;
	*to = arena_new_of(a, struct bookmark);
	(*to)->id = id;
	(*to)->level = level;
	(*to)->title = title;
}

void
frame_footnote(struct arena *a, struct strip *s, unsigned number)
{
	struct footnote_ref **to = &s->footnote_refs;

	while (*to != NULL)
		to = &(*to)->next;
	*to = arena_new_of(a, struct footnote_ref);
	(*to)->number = number;
}
