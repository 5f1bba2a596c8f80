/* SPDX-License-Identifier: ISC */
#include "layout/atom.h"

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
	    t->job->doc->lang, how, a->word->text);
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
