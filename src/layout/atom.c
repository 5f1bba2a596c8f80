/* SPDX-License-Identifier: ISC */
#include "layout/atom.h"

#include "layout/field.h"
#include "layout/job.h"
#include "layout/shape.h"

/* The part of a hyphen that stands in the margin. */
#define HANGING		0.4

struct hyphen_breaks
atom_breaks(const struct text *t, const struct atom *a, bool any)
{
	enum hyphen_mode how = a->style->how;

	if (how != HYPHEN_ADDRESS && a->cut)
		how = HYPHEN_NONE;	/* no word of a language */
	else if (how != HYPHEN_ADDRESS && any)
		how = HYPHEN_SYLLABLES;
	return hyphen_find(t->job->worker->line_arena, t->job->styles->hyphen,
	    a->style->lang, how, a->word->text);
}

bool
atom_is_tied(const struct text *t, const struct atom *space)
{
	const struct atom *before = space - 1, *behind = space + 1;

	if (behind < t->atoms + t->num && behind->kind == ATOM_FIELD &&
	    !field_is_box(behind->style->field))
		return true;
	return before >= t->atoms && before->kind == ATOM_FIELD &&
	    field_is_box(before->style->field);
}

const struct shaped_word *
atom_hyphen(const struct text *t, const struct atom *a)
{
	return shape_hyphen(t->job, a->word->chain);
}

double
atom_hyphen_width(const struct text *t, const struct atom *a)
{
	return atom_hyphen(t, a)->width * a->style->size * (1 - HANGING);
}

struct pdf_tag *
atom_enter(struct text *t, enum pdf_tag_type type)
{
	struct pdf_tag *around = t->elem;

	t->elem = pdf_tag_add(t->elem, type);
	t->content = NULL;
	return around;
}

void
atom_leave(struct text *t, struct pdf_tag *around)
{
	t->elem = around;
	t->content = NULL;
}
