/* SPDX-License-Identifier: ISC */
#include "layout/frame.h"

#include "base/arena.h"

struct pdf_strip *
pdf_frame_strip(struct pdf_job *j, struct pdf_strips *to)
{
	struct pdf_strip *s = arena_new_of(j->arena, struct pdf_strip);

	s->tail = &s->frames;
	if (to->last != NULL)
		to->last->next = s;
	else
		to->first = s;
	to->last = s;
	to->num++;
	return s;
}

double
pdf_frame_above(const struct pdf_strip *s, const struct pdf_band *outer)
{
	const struct pdf_band *b;
	double h = 0;

	for (b = s->band; b != NULL; b = b == outer ? NULL : b->outer)
		h += b->first != s ? b->padding : 0;
	return h;
}

double
pdf_frame_below(const struct pdf_strip *s, const struct pdf_band *outer)
{
	const struct pdf_band *b;
	double h = 0;

	for (b = s->band; b != NULL; b = b == outer ? NULL : b->outer)
		h += b->last != s ? b->padding : 0;
	return h;
}

struct pdf_frame *
pdf_frame_add(struct pdf_job *j, struct pdf_strip *s, enum pdf_frame_kind kind)
{
	struct pdf_frame *f = arena_new_of(j->arena, struct pdf_frame);

	f->kind = kind;
	*s->tail = f;
	s->tail = &f->next;
	return f;
}

void
pdf_frame_move(struct pdf_job *j, struct pdf_strip *s,
    const struct pdf_frame *frame, double x, double y)
{
	struct pdf_frame *f = pdf_frame_add(j, s, frame->kind);

	*f = *frame;
	f->next = NULL;
	f->x += x;
	f->y = y;
}

void
pdf_frame_mark(struct pdf_job *j, struct pdf_strip *s, str id, int level,
    str title)
{
	struct pdf_mark **to = &s->marks;

	while (*to != NULL)
		to = &(*to)->next;
	*to = arena_new_of(j->arena, struct pdf_mark);
	(*to)->id = id;
	(*to)->level = level;
	(*to)->title = title;
}

void
pdf_frame_foot(struct pdf_job *j, struct pdf_strip *s, unsigned number)
{
	struct pdf_foot **to = &s->feet;

	while (*to != NULL)
		to = &(*to)->next;
	*to = arena_new_of(j->arena, struct pdf_foot);
	(*to)->number = number;
}
